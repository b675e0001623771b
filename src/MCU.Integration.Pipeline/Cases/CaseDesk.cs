using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using MCU.Integration.Mapping.Schemas;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Changes;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Cases and submissions for people and programs.</summary>
public sealed class CaseDesk(
    ICaseStore cases,
    IAttachmentStore attachments,
    IMessageStore messages,
    IDeliveryStore deliveries,
    IChangeFeed changes,
    ISealer sealer,
    IBodyMask mask,
    AuditTrail audit,
    TimeProvider time)
{
    /// <summary>Schema of the canonical submission.</summary>
    public const string SubmissionSchema = "hub.submission";

    private const int MostOfACase = 500;

    /// <summary>Newest first.</summary>
    public Task<Page<Case>> ListAsync(Actor actor, CaseFilter filter, PageRequest page, CancellationToken cancellation) =>
        cases.ListAsync(filter with { Source = actor.DemandWithin(Right.SeeCases, filter.Source) }, time.GetUtcNow(), page, cancellation);

    /// <summary>
    /// Cases of the applicants with this surname, phone or e-mail, newest first. Whom somebody looked for is personal: it takes the right to see
    /// personal values, and the audit notes that there was a search, not for whom.
    /// </summary>
    /// <exception cref="UseCaseException">The text is neither a surname, nor a phone, nor an e-mail address.</exception>
    public async Task<Page<Case>> ListOfApplicantAsync(Actor actor, string person, CaseFilter filter, PageRequest page, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeUnmaskedBodies);
        var field = person.Contains('@') ? IndexField.Email : person.Any(char.IsAsciiDigit) ? IndexField.Phone : IndexField.LastName;
        var value = ApplicantIndex.Normalise(field, person)
            ?? throw UseCaseException.Invalid("", "person_unreadable", "Give a surname, a phone or an e-mail address.");
        var word = EnumWord.Of(field);
        if (page.Cursor is null)
        {
            await audit.WriteAsync(actor, "case.search-person", null, word, cancellation);
        }

        return await ListAsync(actor, filter with { Applicant = (word, sealer.BlindIndex(word, value)) }, page, cancellation);
    }

    /// <summary>Cases by status, of the whole hub: it takes a scope without limits.</summary>
    public Task<CaseCounts> CountsAsync(Actor actor, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.SeeCases);
        return cases.CountsAsync(time.GetUtcNow(), cancellation);
    }

    /// <summary>
    /// Cases that changed behind a place in the feed, oldest change first, once each: what a program that keeps a copy has to read again. Of the whole hub: it
    /// takes a scope without limits.
    /// </summary>
    public Task<IReadOnlyList<ChangeEntry>> ChangesAsync(Actor actor, long after, int max, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.SeeCases);
        return changes.ReadAsync(ChangeTopic.Case, after, max, cancellation);
    }

    /// <summary>A case with what belongs to it. Messages and deliveries of adapters that the actor may not see are left out.</summary>
    /// <param name="idOrNumber">Id, or human case number.</param>
    public async Task<CaseDossier> GetAsync(Actor actor, string idOrNumber, CancellationToken cancellation)
    {
        var found = await FindAsync(actor, idOrNumber, cancellation);
        var all = new PageRequest(Size: MostOfACase);
        return new(
            found,
            await cases.EventsAsync(found.Id, cancellation),
            await cases.LinksOfAsync(found.Id, cancellation),
            [.. (await attachments.OfCaseAsync(found.Id, found.SubmissionId, cancellation)).Select(file => Shown(actor, file))],
            [.. (await messages.ListAsync(new() { CaseId = found.Id }, all, cancellation)).Items.Where(row => actor.May(Right.SeeMessages, row.Adapter))],
            [.. (await deliveries.ListAsync(new() { CaseId = found.Id }, all, cancellation)).Items.Where(row => actor.May(Right.SeeMessages, row.Adapter))]);
    }

    /// <param name="unmasked">Ask for the personal values; a right of its own, and audited before anything is shown.</param>
    public async Task<SubmissionView> SubmissionAsync(Actor actor, SubmissionId id, bool unmasked, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeCases);
        if (unmasked)
        {
            actor.Demand(Right.SeeUnmaskedBodies);
        }

        var submission = await cases.FindSubmissionAsync(id, cancellation);
        if (submission is null || !actor.May(Right.SeeCases, submission.Source))
        {
            throw UseCaseException.NotFound($"submission {id}");
        }

        var belonging = await cases.CasesOfAsync(id, cancellation);
        if (!actor.May(Right.SeeBodies) || await cases.SubmissionBodyAsync(id, cancellation) is not { } body)
        {
            return new(submission, belonging, null, Masked: true);
        }

        if (unmasked)
        {
            await audit.WriteAsync(actor, "submission.unmask", $"submission:{id}", null, cancellation);
        }

        var plain = sealer.Open(SealedPlace.Submission(id), body);
        return new(submission, belonging, unmasked ? plain : mask.Mask(SubmissionSchema, plain), !unmasked);
    }

    // Citizens write their names into those of files.
    private static AttachmentRow Shown(Actor actor, AttachmentRow file) =>
        actor.May(Right.SeeBodies) ? file : file with { Name = PiiMasker.Mask, Url = PiiMasker.Mask };

    /// <summary>What the actor may not know of is, to the actor, not there.</summary>
    private async Task<Case> FindAsync(Actor actor, string idOrNumber, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeCases);
        var found = EntityId.TryParse<CaseId>(idOrNumber, out var id)
            ? await cases.FindAsync(id, cancellation)
            : await cases.FindByNumberAsync(idOrNumber, cancellation);
        return found is not null && actor.May(Right.SeeCases, found.Source) ? found : throw UseCaseException.NotFound($"case {idOrNumber}");
    }
}
