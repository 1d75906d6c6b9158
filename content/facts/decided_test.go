package facts

import (
	"testing"

	"casebook/content"
)

// TestDecided holds ways of dating an action, and dates that are of
// something else.
func TestDecided(t *testing.T) {
	const notice = "DATA PROTECTION ACT 2018\n\nPENALTY NOTICE\n\nTO: Tarn Ltd\n\n1. The Commissioner gave a notice of intent on 20 January 2025.\n\n2. Letter from Tarn dated 3 February 2025.\n\n"
	for _, test := range []struct {
		name, text, want string
		status           content.Status
	}{
		// a notice's own
		{"signature", notice + "Dated the 15th day of October 2025\n\nA. Person\nDirector of Investigations", "2025-10-15", content.Final},
		{"glued to the page number", notice + "20Dated the 13th day of September 2021", "2021-09-13", content.Final},
		{"glued words", notice + "Dated the3rdday of June2021.", "2021-06-03", content.Final},
		{"lost letter of the ordinal", notice + "Dated the 24tday of May 2016", "2016-05-24", content.Final},
		{"broken month", notice + "Dated the 9 th day of Septem ber 2021", "2021-09-09", content.Final},
		{"wrong letter", notice + "Dated the 9th day of Novernber 2021\n\nDated the 9th day of Octobor 2021", "2021-10-09", content.Final},
		{"short form", notice + "Dated: 5 June 2025", "2025-06-05", content.Final},
		{"beside the signature", notice + "11 August 2023\n\nA. Person – Investigation Officer", "2023-08-11", content.Final},
		{"on the cover", "PENALTY NOTICE\nTARN LTD\n24 June 2025\nDATA PROTECTION ACT 2018\n\nTO: Tarn Ltd\n\n1. Letter dated 3 February 2025.", "2025-06-24", content.Final},
		{"no date", notice + "3. The incident occurred on 10 November 2022. Tarn must reply by 6 November 2023.", "", content.Final},

		// the act in the story
		{"active", "On 27 March 2025 the UK regulator, the Information Commissioner’s Office, penalised Tarn £3m.", "2025-03-27", content.Final},
		{"passive", "On 5 May 2022, Tarn was fined £7.5m by the regulator.", "2022-05-05", content.Final},
		{"at the end", "The ICO issued a reprimand to Tarn Council on 12 July 2023.", "2023-07-12", content.Final},
		{"month first", "On October 7, 2025 the ICO fined Tarn £30,000.", "2025-10-07", content.Final},
		{"in brackets", "The ICO’s penalty notice (12 July 2023) fines Tarn £30,000.", "2023-07-12", content.Final},
		{"dated notice", "In a penalty notice dated 12 July 2023 the Commissioner fined Tarn £30,000.", "2023-07-12", content.Final},
		{"announced", "The ICO announced on 12 July 2023 that it had fined Tarn £30,000.", "2023-07-12", content.Final},
		{"before the dateline", "10 April 2025\n\nOn 27 March 2025 the ICO fined Tarn £3m.", "2025-03-27", content.Final},
		{"decision of", "In its decision of 12 July 2023, the ICO fined Tarn £30,000.", "2023-07-12", content.Final},
		{"after the incident", "Following an incident on 12 July 2020, the ICO fined Tarn £30,000.", "", content.Final},
		{"letter of", "In a letter dated 12 July 2020, the ICO said that it might fine Tarn. It did.", "", content.Final},
		{"two days", "The breach happened on 3 May 2020 and on 12 July 2023 the ICO fined Tarn £30,000.", "2023-07-12", content.Final},
		{"served in writing", "The penalty, served on Tarn on 12 July 2023, is £30,000.", "2023-07-12", content.Final},
		{"judgment", "On 7 October 2025 the Upper Tribunal gave judgment in Tarn’s appeal. The ICO fined it £7m on 18 May 2022.", "2025-10-07", content.Appealed},
		{"agreement", "The ICO agreed on 3 November 2022 to reduce the penalty imposed on Tarn from £500,000 to £50,000.", "2022-11-03", content.ReducedOnAppeal},
		{"fine of old in a report of an appeal", "The ICO fined Tarn £7m on 18 May 2022. Tarn has appealed.", "", content.Appealed},
		{"intent", "On 8 June 2019 the ICO stated that it intended to fine Tarn £9m.", "2019-06-08", content.Provisional},
		{"settled after intent", "The ICO issued a notice of intent on 8 July 2019. On 16 October 2020 it fined Tarn £20m, the ICO said.", "2020-10-16", content.Final},
		{"court", "Tarn’s former clerk pleaded guilty at Telford Magistrates’ Court on 26 May 2016 and was fined £300.", "2016-05-26", content.Final},

		// from the dateline
		{"a line with bars", "U.K. Hits Video App Tarn With Fine\n\nBy A. Writer, Staff Writer | TechLedger | April 17, 2024, 8:12 a.m. EDT\n\nBritain's privacy regulator, the ICO, has fined Tarn £12.5 million.", "2024-04-17", content.Final},
		{"embargo", "NEWS RELEASE\nEmbargoed until 00:01 hours, 6 June 2023\n\nHome improvement firm fined\n\nWe have today fined Tarn Ltd £130,000.", "2023-06-06", content.Final},
		{"promulgated", "Tarn Ltd v Information Commissioner\nEA/2016/0251; decision promulgated 22 March 2017; appeal dismissed\n\nThe Tribunal dismissed the appeal against the penalty.", "2017-03-22", content.UpheldOnAppeal},
		{"dateline", "Firm fined £30,000 by ICO\n\n12 July 2023, 06:30\n\nThe ICO has fined Tarn £30,000.", "2023-07-12", content.Final},
		{"short dateline", "Firm fined £30,000 by ICO\n16/03/2022\nThe ICO has fined Tarn £30,000.", "2022-03-16", content.Final},
		{"dots", "Firm fined £30,000 by ICO\n16.03.2022\nThe ICO has fined Tarn £30,000.", "2022-03-16", content.Final},
		{"American", "Firm fined by ICO\n03/16/2022\nThe ICO has fined Tarn £30,000.", "2022-03-16", content.Final},
		{"agency", "LONDON, 27 March 2025 (Wire) - The ICO has fined Tarn £30,000.", "2025-03-27", content.Final},
		{"byline", "Firm fined by ICO\nBy A. Person | 27 Mar 2025\nThe ICO has fined Tarn £30,000.", "2025-03-27", content.Final},
		{"below the story", "Firm fined by ICO\n\nThe ICO has fined Tarn £30,000.\n\nPosted on 27 March 2025 in News", "2025-03-27", content.Final},
		{"weekday", "Firm fined by ICO\n27 March 2025\nThe ICO fined Tarn £30,000 on Wednesday.", "2025-03-26", content.Final},
		{"same weekday", "2021-12-02. The ICO ruled on Thursday that Tarn must pay £30,000.", "2021-12-02", content.Final},
		{"yesterday", "Firm fined by ICO\n27 March 2025\nThe ICO yesterday fined Tarn £30,000.", "2025-03-26", content.Final},
		{"published", "Firm fined by ICO\nPublished 27 March 2025, updated 3 June 2025\nThe ICO has fined Tarn £30,000.", "2025-03-27", content.Final},
		{"first published", "Firm fined by ICO\nPublished: 27 March 2025\nThe ICO has fined Tarn £30,000.", "2025-03-27", content.Final},
		{"time", "Firm fined by ICO\nThu 27 Mar 2025 10.00 GMT\nThe ICO has fined Tarn £30,000.", "2025-03-27", content.Final},
		{"today", "Firm fined by ICO\n27 March 2025\nThe ICO has today fined Tarn £30,000.", "2025-03-27", content.Final},
		{"without its year", "First fine of the ICO\n06 January 2011\nOn 24 November the ICO fined Tarn £30,000.", "2010-11-24", content.Final},
		{"dated in the last line", "The ICO has served Tarn with an enforcement notice.\n\nIt wants answers by 24 December 2024.\n\nThe notice is dated 26 September 2024.", "2024-09-26", content.Final},
		{"handed down", "In a decision handed down on 17 March 2023 the tribunal upheld the penalty.", "2023-03-17", content.UpheldOnAppeal},
		{"list of the breach and the action", "Tarn Council\nBreach details\nWhen: 10 September 2011\n\nRegulatory action\nRegulator: ICO\nAction: Penalty of £50,000\nWhen: 11 September 2012", "2012-09-11", content.Final},
		{"label", "Tarn Ltd\n\nDate: 26 March 2025\n\nType: Monetary penalties", "2025-03-26", content.Final},
		{"label of a month", "Tarn Ltd\n\nDate: March 2025\n\nType: Monetary penalties", "2025-03", content.Final},

		// none of the action’s
		{"incident", "The ICO reprimanded Tarn. On 10 November 2022 a personal data breach occurred.", "", content.Final},
		{"day of the breach", "The ICO fined Tarn £30,000 for a breach that took place on 14 July 2022.", "", content.Final},
		{"period", "The ICO fined Tarn £30,000 for calls made between 3 May 2018 and 4 June 2019.", "", content.Final},
		{"end of the breach", "The ICO reprimanded Tarn. It was told of the hole, whereupon access was closed on 3 June 2024.", "", content.Final},
		{"deadline", "The ICO fined Tarn £30,000, to be paid by 14 December 2021.", "", content.Final},
		{"beginning of the law", "The penalty, the ICO said, covers only the time from 25 May 2018.", "", content.Final},
		{"other paper", "On 12 May 2020 the ICO issued an information notice to Tarn. It fined Tarn £30,000.", "", content.Final},
		{"letter", "On 12 May 2020, the ICO sent an initial letter to Tarn. It fined Tarn £30,000.", "", content.Final},
		{"told the ICO", "On 8 September 2023 Tarn reported the breach to the ICO, which fined it £30,000.", "", content.Final},
		{"day without a year", "The ICO served the penalty on 24 November.", "", content.Final},
		{"dateline after the act", "Lessons from a fine\n10 April 2025\nLast month the ICO fined Tarn £30,000.", "", content.Final},
		{"list of other stories", "Firm fined by ICO\n\nThe ICO has fined Tarn £30,000 after it lost the data of 400 people, none of whom it told about the matter.\n\nRelated\n\nOther firm | First: 12.05.2026 11:30", "", content.Final},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDocument(content.Text{Body: test.text}, Hint{})
			f := content.Facts{Decided: d.decided(test.status)}
			d.doubts(&f)
			if got := f.Decided.Value.String(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
