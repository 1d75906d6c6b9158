package facts

import (
	"testing"

	"casebook/content"
)

// stated reads the sums of a text about a penalty of the given status.
func stated(text string, status content.Status) (amount, before string) {
	d := newDocument(content.Text{Body: text}, Hint{})
	var f content.Facts
	f.Action.Value, f.Status.Value = content.MonetaryPenalty, status
	f.Parties = d.parties()
	d.amounts(&f)
	d.doubts(&f)
	return f.Amount.Value.String(), f.PreviousAmount.Value.String()
}

// TestAmounts holds ways of speaking of the penalty among other sums.
func TestAmounts(t *testing.T) {
	for _, test := range []struct{ name, text, amount, before string }{
		// the penalty
		{"active", "The ICO has fined Brackley Homes Ltd £130,000.", "£130,000", ""},
		{"headline", "£130k fine for nuisance caller Brackley Homes", "£130,000", ""},
		{"in words beside", "The Commissioner has decided that a penalty in the sum of £130,000 (one hundred and thirty thousand pounds) is reasonable.", "£130,000", ""},
		{"damaged digits", "The amount of the penalty is £130,00 (one hundred and thirty thousand pounds).", "£130,000", ""},
		{"digit lost at the end", "The amount of the penalty is £13000 (one hundred and thirty thousand pounds).", "£130,000", ""},
		{"an operative sum after somebody else's", "1. The officer had worked for Tarn Leads Ltd, which was fined £50,000 by the Commissioner in 2017 in similar circumstances.\n\n2. It was an error.\n\n3. More.\n\n4. More still.\n\n5. In the light of them she has decided on the sum of £85,000 (eighty five thousand pounds).", "£85,000", ""},
		{"another one's", "The Commissioner imposed a penalty of £400,000 in the same month on another company, for nearly one hundred million calls.\n\nHaving weighed this, the Commissioner has settled on a penalty of £150,000 (one hundred and fifty thousand pounds).", "£150,000", ""},
		{"cheaper if it is paid soon", "Loan broker Tarn Loans stung for £120,000 fine over texts\n\nIt has 28 days to appeal; if it stumps up by 14 September, the bill drops to £96,000.", "£120,000", ""},
		{"paid to somebody", "The ICO fined Tarn Claims Ltd £70,000. It had paid him £12 for each name.", "£70,000", ""},
		{"substituted", "Decision: The appeal is allowed in part. The monetary penalty of £400,000 in the notice is set aside and a penalty of £275,000 is substituted.", "£275,000", "£400,000"},
		{"only set aside", "The tribunal allowed the appeal of Tarn Ltd: the penalty of £250,000 imposed by the ICO was quashed.", "£250,000", ""},
		{"substituted for", "DECISION: The appeal is allowed in part. For the sum of £200,000 in the Monetary Penalty Notice there is substituted the sum of £80,000.", "£80,000", "£200,000"},
		{"rather than", "Tarn Coaches will pay £24,000 rather than £48,000 after the Information Commissioner varied its penalty.", "£24,000", "£48,000"},
		{"told that it faced", "ICO hits Tarn with £1.35m penalty\n\nThe company had been told in February that it faced £2.1m.", "£1,350,000", "£2,100,000"},
		{"in our notice of intent", "We have fined Tarn Apps Inc £3,600,000. The fine was set at £5 million in our notice of intent of August.", "£3,600,000", "£5,000,000"},
		{"words alone", "The regulator fined the council half a million pounds.", "£500,000", ""},
		{"hyphens", "Lender hit with half-a-million-pound fine over lost tapes. The ICO said so.", "£500,000", ""},
		{"one and a half", "The company must pay a fine of one and a half million pounds.", "£1,500,000", ""},
		{"blank", "The Commissioner imposed a monetary penalty of £ 150 000 on the firm.", "£150,000", ""},
		{"code after", "The DPA fined the firm 80,000 GBP (€92,718).", "£80,000", ""},
		{"euro first", "The UK DPA fined a broker approximately €29,250 (£25,000).", "£25,000", ""},
		{"euro only", "The UK DPA fined a broker €29,250.", "", ""},
		{"dollars beside", "The watchdog fined it £7.5m ($9.4m).", "£7,500,000", ""},
		{"landed", "A clinic has been landed with a £35,000 penalty by the Information Commissioner.", "£35,000", ""},
		{"told to pay", "The trust was told to pay £78,400 by the regulator.", "£78,400", ""},
		{"penalised", "The regulator penalised Tarn Ltd £3.07 million over the attack.", "£3,070,000", ""},
		{"issued with", "Tarn Ltd was issued with a civil monetary penalty (CMP) of £120,000.", "£120,000", ""},
		{"serves", "The ICO serves Tarn Ltd with a £400,000 civil monetary penalty.", "£400,000", ""},
		{"the price", "Quarter of a million pounds is the price Tarn must pay for the leak.", "£250,000", ""},
		{"totalling", "It issued two fines totalling £250,000 to the firm.", "£250,000", ""},
		{"record", "Carphone seller given record £400,000 fine. The fine is the largest yet.", "£400,000", ""},
		{"comma apart", "The fine, £60,000, was imposed after an investigation.", "£60,000", ""},
		{"rounded headline", "Fine of nearly £1m for utility\n\nThe ICO has fined the utility £963,900.", "£963,900", ""},
		{"table", "Penalty: £90,000", "£90,000", ""},
		{"thousand separator dot", "The ICO fined the broker GBP 130.000 in total.", "£130,000", ""},

		// what is no penalty
		{"statutory maximum", "The ICO fined the shop £40,000. It can fine companies up to £500,000 for such calls.", "£40,000", ""},
		{"maximum under the law", "The ICO fined the shop £40,000. The maximum fine under the old law was £500,000.", "£40,000", ""},
		{"the maximum imposed", "It was fined £500,000, the maximum under the old law.", "£500,000", ""},
		{"maximum of the GDPR", "The ICO fined the shop £40,000. Fines may now reach £17.5m or 4% of turnover.", "£40,000", ""},
		{"turnover", "The ICO fined the shop £40,000. Its turnover was £3.2m last year.", "£40,000", ""},
		{"early payment", "The ICO fined the shop £40,000, which falls to £32,000 if it is paid by 3 May.", "£40,000", ""},
		{"early payment, notice", "If the Commissioner receives full payment by 3 May 2022 the Commissioner will reduce the monetary penalty by 20% to £32,000 (thirty-two thousand pounds). The amount of the penalty is £40,000 (forty thousand pounds).", "£40,000", ""},
		{"early payment halves nothing", "The union must pay £45,000, reduced to £36,000 for early payment.", "£45,000", ""},
		{"prosecution costs", "He was fined £300 and ordered to pay £405.98 costs and a £30 victim surcharge.", "£300", ""},
		{"costs first", "She was ordered to pay £364 in costs and fined £450.", "£450", ""},
		{"other company", "The ICO fined Tarn Ltd £1.25m. It recently fined Merrow Airlines £20m.", "£1,250,000", ""},
		{"record before", "The ICO fined Tarn Ltd £400,000. The previous record was a £350,000 fine on Brightcall.", "£400,000", ""},
		{"other regulator", "The ICO fined Vote Tarn £40,000. It was fined £70,000 by the Electoral Commission.", "£40,000", ""},
		{"stolen", "The ICO fined the bank £16,000 after thieves made off with £2.26m.", "£16,000", ""},
		{"set aside", "The ICO fined the hotel £18m. The chain had set aside £49.6m.", "£18,000,000", ""},
		{"range of turnover", "Its turnover is at the lower end of the £100 million to £250 million range. The Commissioner imposes a penalty of £2,310,000.", "£2,310,000", ""},
		{"starting point", "The starting point of the penalty is £2,100,000. The Commissioner has decided to impose a penalty of £2,310,000.", "£2,310,000", ""},
		{"investment", "The ICO fined the trust £90,000. The trust has since spent £250,000 on training.", "£90,000", ""},

		// what stood before
		{"cut from to", "The fine was cut from £500,000 to £250,000.", "£250,000", "£500,000"},
		{"down from", "The ICO fined the hotel £18.4m, down from the £99m it first intended.", "£18,400,000", "£99,000,000"},
		{"provisional", "The ICO imposed a fine of £3.07m. The provisional fine was £6.09m.", "£3,070,000", "£6,090,000"},
		{"notice of intent", "The ICO fined Tarn £1.25m. In the notice of intent the sum was £1.5m.", "£1,250,000", "£1,500,000"},
		{"announced its intention", "The airline was fined £20m. In July 2019 the ICO had announced its intention to fine it £183.39m.", "£20,000,000", "£183,390,000"},
		{"rather than", "The airline was fined £20m rather than the £183m first proposed.", "£20,000,000", "£183,000,000"},
		{"fraction", "The airline was fined £20m, a fraction of the £183m the watchdog threatened.", "£20,000,000", "£183,000,000"},
		{"would have been is a doubt", "The trust was fined £78,400. Under the usual approach the fine would have been £784,800.", "£78,400", ""},
		{"reduced by agreement", "Tarn's £1.35m fine was reduced to £250,000 after the two sides agreed.", "£250,000", "£1,350,000"},
		{"in two sentences", "The ICO had fined the retailer £500,000. The tribunal halved the penalty to £250,000.", "£250,000", "£500,000"},
		{"substituted", "The ICO had fined the charity £60,000. The tribunal substituted a penalty of £25,000.", "£25,000", "£60,000"},
		{"passive plan", "The firm must pay £45,000. A penalty of £90,000 had been proposed.", "£45,000", "£90,000"},
		{"initially considered", "The firm must pay £45,000. The regulator had initially considered a fine of £90,000.", "£45,000", "£90,000"},
		{"per cent below", "The utility agreed to pay £960,000, 40% below an original £1.6m.", "£960,000", "£1,600,000"},
		{"from the proposed sum", "Having taken representations into account, the Commissioner reduced the proposed penalty of £120,000 to £84,000.", "£84,000", "£120,000"},
		{"unchanged", "The ICO fined the builder £4.4m. The provisional fine was £4.4m and the ICO chose not to reduce it.", "£4,400,000", "£4,400,000"},
		{"in steps", "The fine was reduced from £1,000,000 to £700,000 for what it did since, and then to £350,000 for a public body.", "£350,000", "£1,000,000"},
		{"steps of a notice", "In the notice of intent the penalty he proposed to impose was £45,000. Taking account of representations, it falls to £36,750. In view of its means the Commissioner has reduced the penalty to £18,000. The amount of the penalty is £18,000.", "£18,000", "£45,000"},
		{"by a share to", "Regulator reduces airline fine by 90% to £20m", "£20,000,000", ""},
		{"object of slashing", "£99m fine slashed to £18.4m", "£18,400,000", "£99,000,000"},
		{"the difference", "The fine was cut by £164m. The airline must pay £20m rather than the £184m it faced.", "£20,000,000", "£184,000,000"},
		{"minded to", "The ICO was minded to impose a penalty of £250,000. It has now fined the firm £200,000.", "£200,000", "£250,000"},
		{"a year before", "Last year the watchdog said that it planned to fine the group £6m. Today it imposed a penalty of £3m.", "£3,000,000", "£6,000,000"},
		{"parts of the whole", "Tarn fined £14m over breach\n\nThe ICO has fined Tarn a total of £14m: £8m on Tarn plc and £6m on Tarn Pensions Ltd.", "£14,000,000", ""},
		{"overall", "The Commissioner imposes a penalty of £8,000,000 on Tarn plc and £6,000,000 on Tarn Pensions Ltd, in total £14,000,000.\n\nThe total penalty of £14,000,000 is proportionate. A penalty of £14,000,000 is dissuasive.", "£14,000,000", ""},
		{"new is no cut", "At New Year the office sent a list of 4,000 people. It faces a fine of £90,000 which the ICO imposed today.", "£90,000", ""},
		{"a reduced fine", "Tarn was issued with a reduced £78,400 fine. The original fine was £784,800.", "£78,400", "£784,800"},
		{"considered reasonable", "The Commissioner considered that a penalty of £80,000 was reasonable and proportionate.", "£80,000", ""},
		{"announced", "The ICO announced a £90,000 fine for the broker.", "£90,000", ""},
		{"first time", "The ICO fined a council £100,000 for the first time.", "£100,000", ""},
		{"previously warned", "The ICO fined the firm £40,000 after it was previously warned.", "£40,000", ""},
		{"had fined", "The ICO had fined the firm £40,000. It has appealed.", "£40,000", ""},
		{"first fine", "The £60,000 penalty is the first fine that the ICO imposed.", "£60,000", ""},
		{"rather than the original", "The airline was fined £20m rather than the original fine of £183m.", "£20,000,000", "£183,000,000"},
		{"where it had proposed", "The airline was fined £20m where the ICO had originally proposed £183m.", "£20,000,000", "£183,000,000"},
		{"planned to spend", "It was fined £90,000. It had planned to spend £20,000 on training.", "£90,000", ""},
		{"said it would fine", "The ICO had said it would fine the hotel £99m. It imposed a penalty of £18.4m.", "£18,400,000", "£99,000,000"},
		{"set out in the notice", "The notice of intent set out a proposed penalty of £120,000; the Commissioner imposes a penalty of £100,000.", "£100,000", "£120,000"},
		{"appealed against", "Tarn has appealed against the fine of £500,000 imposed on it by the ICO.", "£500,000", ""},
		{"beside euros", "The ICO cut its fine of Tarn from an initial amount of €1,168,700 (GBP 1,000,000) to €409,080 (GBP 350,000).", "£350,000", "£1,000,000"},
		{"mooted", "Fifteen million emails cost holiday firm £90,000\n\nA fine of £120,000 was mooted in its notice of intent; £30,000 was knocked off.", "£90,000", "£120,000"},
		{"first figure", "Tarn has been fined £640,000. The regulator's first figure, last June, was £800,000.", "£640,000", "£800,000"},
		{"proceeds", "Neither man was fined, but the ICO puts what they made at £97,500.", "", ""},
		{"broken figure", "The ICO fined Tarn £96,0 00.", "£96,000", ""},
		{"lost digit", "The ICO fined Tarn £96,00.", "", ""},
		{"less than what was proposed", "The ICO fined Tarn £84,000. This is less than the £120,000 that was proposed.", "£84,000", "£120,000"},
		{"against what was intended", "It has put by £49.6m against the £99m the Commissioner first intended. It was fined £18m.", "£18,000,000", "£99,000,000"},
		{"not twice", "The ICO fined the builder £4.4m. It announced the £4.4m penalty on Monday.", "£4,400,000", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			amount, before := stated(test.text, content.Final)
			if amount != test.amount || before != test.before {
				t.Errorf("got %q before %q, want %q before %q", amount, before, test.amount, test.before)
			}
		})
	}
}

// TestProposedAmounts holds ways of speaking of a penalty that is only
// proposed.
func TestProposedAmounts(t *testing.T) {
	for _, test := range []struct{ name, text, amount string }{
		{"provisionally decided", "The ICO has provisionally decided to fine Tarn Ltd £6.09m.", "£6,090,000"},
		{"faces", "Tarn faces a £27m fine over children’s data.", "£27,000,000"},
		{"up to", "Tarn faces a fine of up to £27 million over children’s data.", "£27,000,000"},
		{"notice of intent", "The Commissioner issued a notice of intent to fine Tarn Airlines £183.39m, some 1.5% of its turnover of £12bn.", "£183,390,000"},
		{"told", "Two firms have been told they may be fined a total of £140,000.", "£140,000"},
		{"could be", "Tarn could be fined £17m. The law allows up to £17.5m or 4% of turnover.", "£17,000,000"},
		{"proposed", "The proposed penalty is £750,000. Without the public sector approach it would have been £5.6m.", "£750,000"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if amount, before := stated(test.text, content.Provisional); amount != test.amount || before != "" {
				t.Errorf("got %q before %q, want %q", amount, before, test.amount)
			}
		})
	}
}
