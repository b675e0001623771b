using System.Globalization;
using MCU.Integration.Domain.Directory;

namespace MCU.Integration.Domain.Content.Checks;

/// <summary>Keys that have to be unique over all files.</summary>
internal sealed class DuplicateCheck : IContentCheck
{
    public void Check(ContentDraft draft)
    {
        Report(draft, draft.Calendars, calendar => calendar.Year, "/year");
        Report(draft, draft.Profiles, profile => (profile.Key, profile.Version), "/version");
        Report(draft, draft.Rules, rule => rule.Id, "/id");
        Report(draft, draft.Bodies, body => body.Key, "/key");
        Report(draft, draft.Places, place => place.Key, "/key");
        Report(draft, draft.Indicators, dataset => dataset.Dataset, "/dataset");
        Report(draft, [.. draft.Bodies.SelectMany(Identities)], identity => identity, "");
    }

    private static IEnumerable<Located<ExternalIdentity>> Identities(Located<DirectoryBody> body) =>
        body.Value.Ids.Select(id => new Located<ExternalIdentity>(id, body.File, $"{body.Pointer}/ids/{id.Adapter}"));

    private static void Report<T, TKey>(ContentDraft draft, IReadOnlyList<Located<T>> items, Func<T, TKey> keyOf, string below)
        where TKey : notnull
    {
        Dictionary<TKey, Located<T>> seen = [];
        foreach (var item in items)
        {
            var key = keyOf(item.Value);
            if (!seen.TryAdd(key, item))
            {
                draft.Report(
                    item,
                    below,
                    RuleProblemCodes.Duplicate,
                    string.Create(CultureInfo.InvariantCulture, $"{key} also stands in {seen[key].File}{seen[key].Pointer}."));
            }
        }
    }
}
