using System.Text.Json;

namespace MCU.Integration.Mapping.Schemas.Keywords;

/// <summary>Compiles the keywords that look at one value.</summary>
internal static class Values
{
    public static void Type(KeywordSite site)
    {
        var names = site.Value.ValueKind == JsonValueKind.Array ? site.Value.EnumerateArray().ToList() : [site.Value];
        var types = names.Select(name => TypeRule.TypeOf(name.ValueKind == JsonValueKind.String ? name.GetString() : null)).ToList();
        if (types.Count == 0 || types.Contains(JsonTypes.None))
        {
            site.Refuse("must name types: null, boolean, integer, number, string, array, object");
            return;
        }

        site.Add(new TypeRule(types.Aggregate((all, one) => all | one), string.Join(" or ", names.Select(name => name.GetString()))));
    }

    public static void Enum(KeywordSite site)
    {
        if (site.Value.ValueKind != JsonValueKind.Array || site.Value.GetArrayLength() == 0)
        {
            site.Refuse("must be a list of values that is not empty");
            return;
        }

        site.Add(new EnumRule([.. site.Value.EnumerateArray()]));
    }

    public static void Limit(KeywordSite site)
    {
        if (Number(site) is { } limit)
        {
            site.Add(new LimitRule(site.Keyword, limit));
        }
    }

    public static void MultipleOf(KeywordSite site)
    {
        if (Number(site) is { } step)
        {
            if (step <= 0)
            {
                site.Refuse("must be more than 0");
                return;
            }

            site.Add(new MultipleOfRule(step));
        }
    }

    public static void Pattern(KeywordSite site)
    {
        if (site.Value.ValueKind != JsonValueKind.String)
        {
            site.Refuse("must be a regular expression");
        }
        else if (site.Pattern(site.Value.GetString()!) is { } pattern)
        {
            site.Add(new PatternRule(pattern, site.Value.GetString()!));
        }
    }

    public static void Format(KeywordSite site)
    {
        if (site.Value.ValueKind == JsonValueKind.String && TextFormats.All.TryGetValue(site.Value.GetString()!, out var matches))
        {
            site.Add(new FormatRule(site.Value.GetString()!, matches));
        }
        else
        {
            site.Refuse($"must be one of {string.Join(", ", TextFormats.All.Keys.Order(StringComparer.Ordinal))}");
        }
    }

    public static void UniqueItems(KeywordSite site)
    {
        if (site.Value.ValueKind == JsonValueKind.True)
        {
            site.Add(new UniqueItemsRule());
        }
        else if (site.Value.ValueKind != JsonValueKind.False)
        {
            site.Refuse("must be true or false");
        }
    }

    private static decimal? Number(KeywordSite site)
    {
        if (site.Value.ValueKind == JsonValueKind.Number && site.Value.TryGetDecimal(out var number))
        {
            return number;
        }

        site.Refuse("must be a number");
        return null;
    }
}
