// The tables, views and indexes of the database that sqlite.h describes.
#pragma once

namespace coopmine {

inline constexpr const char* kSqliteTables = R"sql(
CREATE TABLE commitments (
  commitment INTEGER PRIMARY KEY, record TEXT, doc TEXT NOT NULL, doc_title TEXT, doc_date TEXT, doc_date_from TEXT,
  lang TEXT, doc_sha256 TEXT, type TEXT NOT NULL, status TEXT NOT NULL, act TEXT, initiator TEXT, initiator_name TEXT,
  instrument TEXT, instrument_name TEXT, duration TEXT, speaker TEXT, certainty TEXT, part_of TEXT, confidence REAL,
  plover TEXT, cameo TEXT, iati TEXT, aiddata TEXT);
CREATE TABLE parties (
  commitment INTEGER NOT NULL REFERENCES commitments, position INTEGER NOT NULL, role TEXT NOT NULL, id TEXT, name TEXT,
  kind TEXT, organ TEXT, text TEXT, begin INTEGER, "end" INTEGER, via TEXT);
CREATE TABLE sectors (
  commitment INTEGER NOT NULL REFERENCES commitments, position INTEGER NOT NULL, sector TEXT NOT NULL, text TEXT,
  begin INTEGER, "end" INTEGER);
CREATE TABLE amounts (
  commitment INTEGER NOT NULL REFERENCES commitments, position INTEGER NOT NULL, value REAL NOT NULL, max REAL,
  currency TEXT, approx TEXT, cumulative INTEGER NOT NULL, text TEXT, begin INTEGER, "end" INTEGER);
CREATE TABLE dates (
  commitment INTEGER NOT NULL REFERENCES commitments, position INTEGER NOT NULL, value TEXT NOT NULL, first TEXT, last TEXT,
  text TEXT, begin INTEGER, "end" INTEGER);
CREATE TABLE evidence (
  evidence INTEGER PRIMARY KEY, commitment INTEGER NOT NULL REFERENCES commitments, position INTEGER NOT NULL,
  text TEXT, begin INTEGER, "end" INTEGER, sentence INTEGER, zone TEXT, trigger_text TEXT, lemma TEXT);
CREATE TABLE rules (
  commitment INTEGER NOT NULL REFERENCES commitments, position INTEGER NOT NULL, rule TEXT NOT NULL);
CREATE TABLE dac (
  commitment INTEGER NOT NULL REFERENCES commitments, position INTEGER NOT NULL, code TEXT NOT NULL);
)sql";

inline constexpr const char* kSqliteViews = R"sql(
CREATE INDEX commitments_by_type ON commitments (type, status);
CREATE INDEX commitments_by_doc ON commitments (doc);
CREATE INDEX commitments_by_date ON commitments (doc_date);
CREATE INDEX commitments_by_record ON commitments (record);
CREATE INDEX parties_by_commitment ON parties (commitment);
CREATE INDEX parties_by_id ON parties (id, role);
CREATE INDEX sectors_by_commitment ON sectors (commitment);
CREATE INDEX sectors_by_sector ON sectors (sector);
CREATE INDEX amounts_by_commitment ON amounts (commitment);
CREATE INDEX dates_by_commitment ON dates (commitment);
CREATE INDEX evidence_by_commitment ON evidence (commitment);
CREATE INDEX rules_by_rule ON rules (rule);
CREATE INDEX rules_by_commitment ON rules (commitment);
CREATE INDEX dac_by_commitment ON dac (commitment);
CREATE VIRTUAL TABLE evidence_text USING fts5(text, content='evidence', content_rowid='evidence');
INSERT INTO evidence_text (evidence_text) VALUES ('rebuild');
CREATE VIEW dyads AS
  SELECT g.commitment, g.id AS giver, g.name AS giver_name, r.id AS receiver, r.name AS receiver_name, 0 AS mutual
    FROM parties g JOIN parties r ON r.commitment = g.commitment AND r.role = 'receiver' WHERE g.role = 'giver'
  UNION ALL
  SELECT a.commitment, a.id, a.name, b.id, b.name, 1
    FROM parties a JOIN parties b ON b.commitment = a.commitment AND b.role = 'party' AND b.position > a.position
    WHERE a.role = 'party';
CREATE VIEW money AS
  SELECT a.commitment, a.value, a.max, a.currency, c.type, c.status, substr(c.doc_date, 1, 4) AS year,
         (SELECT group_concat(coalesce(id, name), '; ') FROM parties p WHERE p.commitment = a.commitment AND p.role = 'giver') AS givers,
         (SELECT group_concat(coalesce(id, name), '; ') FROM parties p WHERE p.commitment = a.commitment AND p.role = 'receiver') AS receivers
    FROM amounts a JOIN commitments c ON c.commitment = a.commitment WHERE a.cumulative = 0;
)sql";

}  // namespace coopmine
