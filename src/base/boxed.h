// A value that most owners lack: one pointer in its owner, memory of its own when there is one.
#pragma once

#include <memory>
#include <utility>

namespace coopmine {

// Copies as its value does.  Without one it reads as a default value.
template <class Value>
class Boxed {
 public:
  Boxed() = default;
  Boxed(Value value) : value_(std::make_unique<Value>(std::move(value))) {}  // NOLINT(google-explicit-constructor): stands for the value
  Boxed(const Boxed& other) : value_(other.value_ ? std::make_unique<Value>(*other.value_) : nullptr) {}
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(const Boxed& other) {
    *this = Boxed(other);
    return *this;
  }
  Boxed& operator=(Boxed&&) noexcept = default;
  ~Boxed() = default;

  const Value& operator*() const {
    static const Value kNone{};
    return value_ ? *value_ : kNone;
  }
  const Value* operator->() const { return &**this; }
  // To be written to.
  Value& make() {
    if (!value_) value_ = std::make_unique<Value>();
    return *value_;
  }

 private:
  std::unique_ptr<Value> value_;
};

}  // namespace coopmine
