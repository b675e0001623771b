using System.Text.Json.Nodes;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Content;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Rules;

namespace MCU.Integration.Pipeline.Content;

/// <summary>Rules, terms and directory of an active set.</summary>
public sealed class RuleBook(RulesContent content, TimeZoneInfo zone)
{
    public static RuleBook Empty { get; } = new(RulesContent.Empty, TimeZoneInfo.FindSystemTimeZoneById(DeadlineProfile.DefaultZone));

    public RulesContent Content { get; } = content;

    public RuleSet AutoRules => Content.Rules;

    public DeadlineCalculator Deadlines => Content.Deadlines;

    /// <summary>Zone of the municipality: local dates and case numbers.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    public DateOnly LocalDate(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The first instant of a local day.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, Zone.GetUtcOffset(midnight));
    }

    /// <summary>The executor as maps see it: key, name and the ids that outside systems know it by.</summary>
    public JsonObject? ExecutorView(CaseRoute? route)
    {
        if (route is null)
        {
            return null;
        }

        var ids = new JsonObject();
        var body = Content.Directory.Find(route.Body);
        if (body is not null)
        {
            foreach (var id in Content.Directory.WithSelfAndAbove(body).SelectMany(above => above.Ids))
            {
                ids.TryAdd(id.Adapter, JsonValue.Create(id.Id));
            }
        }

        return new() { ["key"] = route.Body, ["name"] = body?.Title ?? route.Body, ["executor"] = route.Executor, ["ids"] = ids };
    }
}
