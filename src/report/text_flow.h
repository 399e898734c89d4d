// Text for a terminal: wrapped to its width, coloured or plain, with nothing in it that acts on the terminal.
//
//     TextFlow flow({80, true});
//     flow.add("Japan", {Ink::Cyan, false, false});
//     flow.add(" will lend");
//     flow.end_line();
//     output.write(flow.take());
//
// White space folds to single blanks.  Width counts cells as a terminal does: wide characters two, combining
// ones none.  Lines break at blanks and beside wide characters, and within a word that is longer than a line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coopmine {

// Cells that a terminal gives to a character: 0, 1 or 2.
[[nodiscard]] int cells_of(char32_t c);
// Of a text of one line.
[[nodiscard]] std::size_t cells_of(std::string_view text);

enum class Ink : std::uint8_t { Plain, Red, Green, Yellow, Blue, Magenta, Cyan };

struct TextStyle {
  Ink ink = Ink::Plain;
  bool bold = false;
  bool faint = false;
  friend constexpr bool operator==(TextStyle, TextStyle) = default;
};

struct FlowConfig {
  std::size_t width = 80;  // cells
  bool color = false;
};

class TextFlow {
 public:
  explicit TextFlow(FlowConfig config) : config_(config) {}

  void add(std::string_view text, TextStyle style = {});
  // Ends the line that was begun; nothing when none was.
  void end_line();
  void blank_line();
  // Blanks up to that cell of the line; one when it is past it.
  void pad_to(std::size_t cells);
  // Cells that stay free before each further line.
  void indent(std::size_t cells) { indent_ = cells; }
  [[nodiscard]] bool color() const { return config_.color; }
  // What was written so far.
  [[nodiscard]] std::string take();

 private:
  // One character with the combining ones that follow it.
  struct Cell {
    std::string bytes;
    int cells = 1;
    TextStyle style;
  };

  void put(std::string_view bytes, char32_t c, TextStyle style);
  void end_word();
  void write(const Cell& cell);
  void break_line();
  void wear(TextStyle style);

  FlowConfig config_;
  std::size_t indent_ = 0;
  std::string out_;
  TextStyle worn_;          // what the end of out_ is written in
  std::size_t column_ = 0;  // cells on the line that was begun
  bool begun_ = false;
  bool blank_ = false;      // white space stands before word_
  TextStyle blank_style_;
  std::vector<Cell> word_;
};

}  // namespace coopmine
