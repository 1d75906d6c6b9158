package facts

// identitySigns are those of who may get in, in the words of notices.
var identitySigns = []sign{
	{"multi-factor-authentication",
		pattern(`(?i)(?:multi-? ?factor|\bMFA\b|two-? ?factor|\b2FA\b|two-step (?:verification|authentication)|second factor)`),
		pattern(`(?i)(?:MFA|authentication) .{0,20}(?:only in part|partially|not (?:fully|universally|everywhere))|(?:only|just|single) (?:a )?(?:user ?name and )?password (?:was|were) (?:needed|required)`), nil},
	{"access-control",
		pattern(`(?i)(?:access (?:controls?|rights|privileges|permissions|restrictions|management)|access(?: to|, use of)?,? and (?:use|download) of|restricted access|privileged? (?:accounts?|access)|administrat(?:or|ive) (?:accounts?|access|rights|privileges)|least privilege|tiering|privilege escalation|escalation of privileges?|(?:limit|restrict|manage|control|review|revok|remov)(?:e|ed|ing|s)? (?:the |their |its |staff |user )?access\b|role-based access)`),
		pattern(`(?i)\b(?:accounts? .{0,40}\b(?:left|leavers?)\b.{0,30}not (?:been )?(?:disabled|removed|closed|deactivated)|(?:dormant|shared|generic|unused|redundant|leavers(?:'|’)?|former (?:employees?|staff)(?:'|’)?s?) (?:user )?(?:accounts?|logins?|log-ins?)|excess(?:ive)? (?:access|privileges|permissions|rights)|access(?:ible)? (?:to|by) (?:all|any) (?:members of )?(?:staff|employees|users)|(?:all|any) (?:staff|employees?|users?) (?:could|were able to) (?:access|view|open|see))\b`),
		pattern(`(?i)monitoring of privileged`)},
	{"password-management",
		pattern(`(?i)\bpasswords?\b`),
		pattern(`(?i)\b(?:(?:weak|default|insecure|easily guess\w+|guessable|reused|shared|simple|predictable) passwords?|passwords? .{0,20}(?:plain|clear)[- ]?text)\b`),
		pattern(`(?i)password[- ]protect|nothing (?:more than|but) (?:a |an |the )?(?:\w+ )?password|passwords? alone|(?:reset|change) a password|single user ?name|without a user ?name`)},
}
