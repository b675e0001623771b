using System.Globalization;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Gazetteer;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>The queue of cases whose district neither the source nor the gazetteer knows: people say it.</summary>
public sealed class PlacingDesk(ICaseStore cases, BurstServices services, ActiveSets sets, Committer committer, AuditTrail audit, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Names that may be given.</summary>
    public IReadOnlyList<string> Districts(Actor actor)
    {
        actor.Demand(Right.SeeCases);
        return sets.Current.Rules.Content.Gazetteer.DistrictNames;
    }

    /// <summary>Says in which district an open case lies, and lets workflows that wait for it go on.</summary>
    /// <param name="idOrNumber">Id, or human case number.</param>
    /// <exception cref="UseCaseException">No such case or district, or the case is over.</exception>
    public async Task<Case> PlaceAsync(Actor actor, string idOrNumber, string district, CancellationToken cancellation)
    {
        actor.Demand(Right.EditCases);
        for (var attempt = 1; ; attempt++)
        {
            var found = await FindAsync(actor, idOrNumber, cancellation);
            var set = sets.Current;
            var known = set.Rules.Content.Gazetteer.Find(district)
                ?? throw UseCaseException.Invalid("/district", "unknown_district", "The gazetteer has no such district.");
            if (found.IsFinished)
            {
                throw UseCaseException.Conflict("The case is over.");
            }

            var scope = new BurstScope(services, set, null, null, time.GetUtcNow());
            var unit = await scope.CaseAsync(found.Id, cancellation);
            Place(scope, unit, known, actor);
            if (!unit.HasNews)
            {
                return unit.Known;
            }

            scope.Changes.Audit.Add(audit.Entry(actor, "case.place", $"case:{found.Id}", known.Name));
            if (await committer.CommitAsync(scope.TakeChanges(), cancellation) == CommitOutcome.Committed)
            {
                return unit.Known;
            }

            if (attempt == Attempts)
            {
                throw UseCaseException.Conflict("The case changed meanwhile; try again.");
            }
        }
    }

    private static void Place(BurstScope scope, CaseUnit unit, GazetteerDistrict district, Actor actor)
    {
        var stamp = new CaseStamp(
            scope.Now, scope.Now, new(CaseActorKind.User, actor.Name), new() { ActiveSet = scope.Set.Id.ToString(CultureInfo.InvariantCulture) });
        unit.Apply(CaseCommands.ResolveTerritory(unit.Known, unit.Known.Territory with { District = district.Name, Oktmo = unit.Known.Territory.Oktmo ?? district.Oktmo }), stamp, scope.Ids);
        if (unit.HasNews)
        {
            scope.Raise(CaseMoments.Placed, unit);
        }
    }

    private async Task<Case> FindAsync(Actor actor, string idOrNumber, CancellationToken cancellation)
    {
        var found = EntityId.TryParse<CaseId>(idOrNumber, out var id) ? await cases.FindAsync(id, cancellation) : await cases.FindByNumberAsync(idOrNumber, cancellation);
        return found is not null && actor.May(Right.EditCases, found.Source) ? found : throw UseCaseException.NotFound($"case {idOrNumber}");
    }
}
