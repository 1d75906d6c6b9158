// Package accuracy measures how well package facts reads, field by field,
// against documents that people have read and labelled.
//
// A [Label] says what one document states. A [Scorer] takes label after label
// with what was read from the same document, and its [Result] says of each
// field how many values are right (true positives), how many stand there that
// should not (false positives) and how many are missing (false negatives).
// Precision is the share of the values read that are right, recall the share of
// the values labelled that were found, and F1 their harmonic mean: it is high
// only where both are. A wrong value in place of a labelled one is a false
// positive and a false negative; nothing read where nothing is labelled counts
// for neither.
//
// What counts as right:
//
//   - organisation: the label's name or one of its aliases, with case,
//     punctuation, brackets and legal suffixes folded; several organisations
//     are scored as a set
//   - amount, previous_amount, affected, communications: the same number;
//     amount and affected within 2 % where their label says approx, over or
//     up-to. The amount is not scored where a document acts against several
//     organisations
//   - action_type, status, decision_date, incident_type, sector: the same word
//   - failing_controls and provisions: as sets, each member counted; provisions
//     at the level of the article or regulation, so that "UK GDPR Art 32(1)(b)"
//     finds "UK GDPR Art 32"
//   - is_enforcement: the same answer, where the label has one
//
// What is tolerated: a label may skip a field on which readers disagree, which
// then does not count in that document, and may accept further values, which
// count neither as right nor as wrong. Neither reaches two fields: other names
// of an organisation are its aliases, and a label without is_enforcement leaves
// that one out.
//
// Besides, values that come without a quote are counted, and every quote is
// looked up in its document.
//
// [Measured] is the last measurement that was kept, for readers of a site. The
// package opens no file and reads no document: it compares what it is given.
package accuracy
