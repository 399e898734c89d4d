// W3C Web Annotations (JSON-LD): one AnnotationPage, an annotation for each record.
//
// The bodies say what the record says (type and status classify, the slots are tags such as "giver:NOR");
// the targets are its tellings, each by position (code points) and by its words.  The source of a target is
// the article's `url` where the record carries one (extract --keep url), else urn:coopmine:article:ID.
#pragma once

#include <memory>

#include "convert/converter.h"

namespace coopmine {

[[nodiscard]] std::unique_ptr<Converter> web_annotation_converter(TextSink sink);

}  // namespace coopmine
