using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.CrashTests.Judging;

/// <summary>Each case is what its sample expects, there is one per message, and its row is the fold of its events.</summary>
internal static class CaseJudge
{
    public static IEnumerable<string> Judge(IReadOnlyList<Expectation> expectations, IReadOnlyList<HubView.Dossier> dossiers)
    {
        var byMessage = dossiers.ToLookup(dossier => dossier.Links.FirstOrDefault(link => link.Adapter == "pos")?.ExternalId);
        foreach (var expectation in expectations)
        {
            var found = byMessage[expectation.MessageId].ToList();
            if (found.Count != (expectation.Case is null ? 0 : 1))
            {
                yield return $"{expectation.Sample}: {found.Count} cases";
                continue;
            }

            foreach (var difference in found.SelectMany(dossier => Expectation.Differences($"{expectation.Sample}: case", expectation.Case!.Value, View(dossier))))
            {
                yield return difference;
            }

            foreach (var dossier in found.Where(dossier => CaseFold.Fold(dossier.Events) != dossier.Case))
            {
                yield return $"{expectation.Sample}: the case is not the fold of its {dossier.Events.Count} events";
            }

            foreach (var dossier in found.Where(dossier => dossier.Links.Count(link => link.Adapter == "sed") != expectation.Cards))
            {
                yield return $"{expectation.Sample}: {dossier.Links.Count - 1} links to the СЭД, expected {expectation.Cards}";
            }
        }

        if (dossiers.Count > expectations.Count(expectation => expectation.Case is not null))
        {
            yield return $"{dossiers.Count} cases in all";
        }
    }

    private static Dictionary<string, object?> View(HubView.Dossier dossier)
    {
        var found = dossier.Case;
        return new()
        {
            ["kind"] = EnumWord.Of(found.Kind),
            ["regime"] = EnumWord.Of(found.Regime),
            ["status"] = EnumWord.Of(found.Status),
            ["outcome"] = found.Outcome is { } outcome ? EnumWord.Of(outcome) : null,
            ["sstu"] = found.Sstu is { } sstu ? EnumWord.Of(sstu) : null,
            ["overlays"] = Overlays(dossier.Events).ToList(),
            ["round"] = found.ReopenRound,
            ["executor"] = found.Route?.Body,
            ["executorUnit"] = found.Route?.Executor,
            ["pace"] = EnumWord.Of(found.Pace),
            ["profile"] = found.Deadlines?.Profile,
            ["dueAt"] = found.DueAt,
            ["priority"] = EnumWord.Of(found.Priority),
            ["registrationNumber"] = found.RegistrationNumber,
            ["rating"] = found.Rating?.Score,
        };
    }

    /// <summary>The overlays of the last round, those that have ended too.</summary>
    private static IEnumerable<string> Overlays(IReadOnlyList<CaseEvent> events)
    {
        var round = events.Reverse().TakeWhile(item => item.Fact is not CaseReopened).Select(item => item.Fact).ToList();
        if (round.OfType<ClarificationRequested>().Any())
        {
            yield return "clarification";
        }

        if (round.OfType<TermExtended>().Any())
        {
            yield return "extended";
        }

        if (round.OfType<CaseDeferred>().Any())
        {
            yield return "deferred";
        }
    }
}
