#include "model/words.h"

namespace coopmine {

std::string_view name(BlockKind kind) {
  switch (kind) {
    case BlockKind::Title: return "title";
    case BlockKind::Paragraph: return "paragraph";
    case BlockKind::Heading: return "heading";
    case BlockKind::Bullet: return "bullet";
  }
  return {};
}

std::string_view name(ActorForm form) {
  switch (form) {
    case ActorForm::Name: return "name";
    case ActorForm::Adjective: return "adjective";
    case ActorForm::Demonym: return "people";
    case ActorForm::Organ: return "organ";
    case ActorForm::Person: return "person";
    case ActorForm::Place: return "place";
    case ActorForm::Generic: return "generic";
  }
  return {};
}

}  // namespace coopmine
