using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Domain.Rules.Conditions;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>Reads the condition language: an object whose properties must all hold.</summary>
internal static class ConditionReader
{
    private const int MaxPattern = 500;
    private const int MaxDays = 3650;
    private const int MaxMetres = 50_000;

    public static AllOf Always { get; } = new([]);

    public static AllOf Read(ObjectReader condition, string rulePointer)
    {
        List<RuleCondition> parts = [];
        foreach (var name in condition.Names)
        {
            if (ReadPart(condition, name, rulePointer) is { } part)
            {
                parts.Add(part with { Pointer = condition.PointerTo(name)[rulePointer.Length..] });
            }
        }

        return new(parts.ToValueList()) { Pointer = condition.Pointer[rulePointer.Length..] };
    }

    private static RuleCondition? ReadPart(ObjectReader condition, string name, string rulePointer) => name switch
    {
        "category" => new FieldIn(RuleField.Category, Filled(condition, name)),
        "subcategory" => new FieldIn(RuleField.Subcategory, Filled(condition, name)),
        "fact" => new FieldIn(RuleField.Fact, Filled(condition, name)),
        "district" => new FieldIn(RuleField.District, Filled(condition, name)),
        "source" => new FieldIn(RuleField.Source, Filled(condition, name)),
        "channel" => new FieldIn(RuleField.Channel, Filled(condition, name)),
        "regime" => new FieldIn(RuleField.Regime, Words<LegalRegime>(condition, name)),
        "kind" => new FieldIn(RuleField.Kind, Words<CaseKind>(condition, name)),
        "applicant" => new FieldIn(RuleField.Applicant, Words<ApplicantKind>(condition, name)),
        "oktmo" => new OktmoPrefix(Filled(condition, name)),
        "tag" => new HasTag(Filled(condition, name)),
        "text" => ReadKeywords(condition, name),
        "matches" => ReadPattern(condition, name),
        "repeat" => condition.Object(name, repeat => new Repeats(
            repeat.Integer("atLeast", 1, 1000),
            repeat.Integer("withinDays", 1, MaxDays),
            repeat.Integer("withinMetres", 0, MaxMetres))),
        "season" => condition.Object(name, season => new InSeason(ReadDay(season, "from"), ReadDay(season, "to"))),
        "all" => new AllOf(ReadParts(condition, name, rulePointer)),
        "any" => new AnyOf(ReadParts(condition, name, rulePointer)),
        "not" => condition.Object(name, part => new NotThis(Read(part, rulePointer))),

        // Finish() of the reader reports it.
        _ => null,
    };

    private static ValueList<RuleCondition> ReadParts(ObjectReader condition, string name, string rulePointer)
    {
        var parts = condition.Objects(name, part => (RuleCondition)Read(part, rulePointer)).ToValueList();
        if (parts.IsEmpty)
        {
            condition.Report(name, RuleProblemCodes.InvalidValue, "The list has at least one condition.");
        }

        return parts;
    }

    private static ValueList<string> Filled(ObjectReader condition, string name)
    {
        var values = condition.Texts(name);
        if (values.IsEmpty)
        {
            condition.Report(name, RuleProblemCodes.InvalidValue, "The list has at least one value.");
        }

        return values;
    }

    private static ValueList<string> Words<T>(ObjectReader condition, string name)
        where T : struct, Enum
    {
        var words = condition.Words<T>(name);
        if (words.IsEmpty)
        {
            condition.Report(name, RuleProblemCodes.InvalidValue, "The list has at least one value.");
        }

        return words.Select(EnumWord.Of).ToValueList();
    }

    private static TextHas ReadKeywords(ObjectReader condition, string name)
    {
        var keywords = Filled(condition, name);
        foreach (var (index, keyword) in keywords.Index())
        {
            if (!keyword.Any(char.IsLetterOrDigit) || keyword.TrimEnd('*').Contains('*', StringComparison.Ordinal))
            {
                condition.ReportAt(
                    $"{condition.PointerTo(name)}/{index}",
                    RuleProblemCodes.InvalidValue,
                    "A keyword has at least one letter or digit, and a star only at its end.");
            }
        }

        return new(keywords);
    }

    private static TextMatches? ReadPattern(ObjectReader condition, string name)
    {
        if (condition.OptionalText(name) is not { } pattern)
        {
            return null;
        }

        if (pattern.Length > MaxPattern)
        {
            condition.Report(name, RuleProblemCodes.InvalidPattern, $"A pattern has at most {MaxPattern} characters.");
            return null;
        }

        try
        {
            return new(pattern);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            condition.Report(name, RuleProblemCodes.InvalidPattern, exception.Message);
            return null;
        }
    }

    private static MonthDay ReadDay(ObjectReader season, string name)
    {
        var text = season.Text(name);
        if (!MonthDay.TryParse(text, out var day) && text.Length > 0)
        {
            season.Report(name, RuleProblemCodes.InvalidValue, "Expected a day of the year, MM-dd.");
        }

        return day;
    }
}
