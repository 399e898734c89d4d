// The text of the schema.  "@sectors", "@instruments" and "@acts" stand for the lists of the pack.
#pragma once

#include <string_view>

namespace coopmine {

inline constexpr std::string_view kSchemaText = R"json({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "coopmine/1",
  "description": "One line of the output of `coopmine extract`.",
  "oneOf": [
    {"$ref": "#/definitions/commitment"},
    {"$ref": "#/definitions/mention"}
  ],
  "definitions": {
    "words": {"type": ["string", "null"], "minLength": 1},
    "quote": {
      "description": "The words of the article that `span` stands for.",
      "type": ["string", "null"],
      "minLength": 1
    },
    "span": {
      "description": "[begin, end) in Unicode code points of the article.",
      "type": ["array", "null"],
      "items": {"type": "integer", "minimum": 0},
      "minItems": 2,
      "maxItems": 2
    },
    "date": {
      "description": "2024, 2024-07, 2024-06-13, 2024/2027, /2030 or 2024/.",
      "type": "string",
      "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?(/([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?)?$",
      "minLength": 4
    },
    "duration": {
      "type": "string",
      "pattern": "^P([0-9]+[YMWD])*(T([0-9]+[HMS])+)?$",
      "minLength": 3
    },
    "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
    "approx": {"enum": ["about", "over", "under", "up-to", "at-least", null]},
    "sector": "@sectors",
    "instrument": "@instruments",
    "act": "@acts",
    "doc": {
      "description": "The article.  Keys beyond these are those asked for with --keep.",
      "type": "object",
      "required": ["id", "title", "date", "date_from", "lang", "sha256"],
      "properties": {
        "id": {"type": "string"},
        "title": {"$ref": "#/definitions/words"},
        "date": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "date_from": {"enum": ["dateline", "metadata", "option", null]},
        "lang": {"$ref": "#/definitions/words"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
      }
    },
    "party": {
      "type": "object",
      "required": ["role", "id", "name", "kind", "organ", "text", "span", "via"],
      "properties": {
        "role": {"enum": ["party", "giver", "receiver"]},
        "id": {"$ref": "#/definitions/words"},
        "name": {"type": "string"},
        "kind": {"enum": ["state", "organisation", "region", "company", "other"]},
        "organ": {"$ref": "#/definitions/words"},
        "text": {"$ref": "#/definitions/quote"},
        "span": {"$ref": "#/definitions/span"},
        "via": {
          "description": "How it was inferred; null when the clause names it.",
          "type": ["string", "null"]
        }
      },
      "additionalProperties": false
    },
    "initiator": {
      "type": ["object", "null"],
      "required": ["id", "name", "text", "span", "via"],
      "properties": {
        "id": {"$ref": "#/definitions/words"},
        "name": {"type": "string"},
        "text": {"$ref": "#/definitions/quote"},
        "span": {"$ref": "#/definitions/span"},
        "via": {"type": ["string", "null"]}
      },
      "additionalProperties": false
    },
    "amount": {
      "type": "object",
      "required": ["value", "currency", "max", "approx", "cumulative", "text", "span"],
      "properties": {
        "value": {"type": "number"},
        "currency": {"$ref": "#/definitions/currency"},
        "max": {"type": ["number", "null"]},
        "approx": {"$ref": "#/definitions/approx"},
        "cumulative": {"type": "boolean"},
        "text": {"$ref": "#/definitions/quote"},
        "span": {"$ref": "#/definitions/span"}
      },
      "additionalProperties": false
    },
    "attribution": {
      "type": ["object", "null"],
      "required": ["speaker", "text", "span", "certainty"],
      "properties": {
        "speaker": {
          "type": ["object", "null"],
          "required": ["id", "name"],
          "properties": {
            "id": {"$ref": "#/definitions/words"},
            "name": {"$ref": "#/definitions/words"}
          },
          "additionalProperties": false
        },
        "text": {"$ref": "#/definitions/quote"},
        "span": {"$ref": "#/definitions/span"},
        "certainty": {"enum": ["reported", "quoted", "stated", null]}
      },
      "additionalProperties": false
    },
    "evidence": {
      "type": "object",
      "required": ["text", "span", "sentence", "zone", "trigger"],
      "properties": {
        "text": {"$ref": "#/definitions/quote"},
        "span": {"$ref": "#/definitions/span"},
        "sentence": {"type": "integer", "minimum": 1},
        "zone": {"enum": ["title", "lead", "body"]},
        "trigger": {
          "type": ["object", "null"],
          "required": ["text", "lemma", "span"],
          "properties": {
            "text": {"$ref": "#/definitions/quote"},
            "lemma": {"$ref": "#/definitions/words"},
            "span": {"$ref": "#/definitions/span"}
          },
          "additionalProperties": false
        }
      },
      "additionalProperties": false
    },
    "codes": {
      "type": "object",
      "required": ["plover", "cameo", "iati", "aiddata", "dac"],
      "properties": {
        "plover": {"$ref": "#/definitions/words"},
        "cameo": {"$ref": "#/definitions/words"},
        "iati": {"$ref": "#/definitions/words"},
        "aiddata": {"$ref": "#/definitions/words"},
        "dac": {"type": "array", "items": {"type": "string", "minLength": 1}}
      },
      "additionalProperties": false
    },
    "commitment": {
      "type": "object",
      "required": ["kind", "schema", "id", "doc", "type", "status", "act", "parties", "initiator",
                   "sectors", "instrument", "amounts", "dates", "duration", "measures",
                   "attribution", "part_of", "evidence", "rules", "confidence", "codes"],
      "properties": {
        "kind": {"enum": ["commitment"]},
        "schema": {"enum": ["coopmine/1"]},
        "id": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
        "doc": {"$ref": "#/definitions/doc"},
        "type": {"enum": ["agreement", "aid", "commerce", "access", "institution", "support",
                          "cooperation"]},
        "status": {"enum": ["fulfilled", "concluded", "pledged", "planned", "proposed",
                            "discussed", "possible", "ended"]},
        "act": {"$ref": "#/definitions/act"},
        "parties": {"type": "array", "items": {"$ref": "#/definitions/party"}},
        "initiator": {"$ref": "#/definitions/initiator"},
        "sectors": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "text", "span"],
            "properties": {
              "id": {"$ref": "#/definitions/sector"},
              "text": {"$ref": "#/definitions/quote"},
              "span": {"$ref": "#/definitions/span"}
            },
            "additionalProperties": false
          }
        },
        "instrument": {
          "type": ["object", "null"],
          "required": ["kind", "text", "span", "name"],
          "properties": {
            "kind": {"$ref": "#/definitions/instrument"},
            "text": {"$ref": "#/definitions/quote"},
            "span": {"$ref": "#/definitions/span"},
            "name": {"$ref": "#/definitions/words"}
          },
          "additionalProperties": false
        },
        "amounts": {"type": "array", "items": {"$ref": "#/definitions/amount"}},
        "dates": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["value", "text", "span"],
            "properties": {
              "value": {"$ref": "#/definitions/date"},
              "text": {"$ref": "#/definitions/quote"},
              "span": {"$ref": "#/definitions/span"}
            },
            "additionalProperties": false
          }
        },
        "duration": {
          "type": ["object", "null"],
          "required": ["value", "text", "span"],
          "properties": {
            "value": {"$ref": "#/definitions/duration"},
            "text": {"$ref": "#/definitions/quote"},
            "span": {"$ref": "#/definitions/span"}
          },
          "additionalProperties": false
        },
        "measures": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["text", "span"],
            "properties": {
              "text": {"$ref": "#/definitions/quote"},
              "span": {"$ref": "#/definitions/span"}
            },
            "additionalProperties": false
          }
        },
        "attribution": {"$ref": "#/definitions/attribution"},
        "part_of": {"type": ["string", "null"], "pattern": "^[0-9a-f]{16}$"},
        "evidence": {"type": "array", "items": {"$ref": "#/definitions/evidence"}, "minItems": 1},
        "rules": {"type": "array", "items": {"type": "string"}},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "codes": {"$ref": "#/definitions/codes"}
      },
      "additionalProperties": false
    },
    "mention": {
      "type": "object",
      "required": ["kind", "doc", "type", "value", "text", "span", "rule"],
      "properties": {
        "kind": {"enum": ["mention"]},
        "doc": {
          "type": "object",
          "required": ["id"],
          "properties": {"id": {"type": "string"}},
          "additionalProperties": false
        },
        "type": {"enum": ["actor", "sector", "instrument", "money", "date", "duration"]},
        "value": {
          "description": "Actor, sector or instrument: its id; money: the sum; date, duration: ISO 8601.",
          "type": ["string", "number", "null"]
        },
        "currency": {"$ref": "#/definitions/currency"},
        "max": {"type": ["number", "null"]},
        "approx": {"$ref": "#/definitions/approx"},
        "text": {"$ref": "#/definitions/quote"},
        "span": {"$ref": "#/definitions/span"},
        "rule": {"type": "string"}
      },
      "additionalProperties": false
    }
  }
}
)json";

}  // namespace coopmine
