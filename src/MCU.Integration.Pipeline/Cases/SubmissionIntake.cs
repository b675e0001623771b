using System.Runtime.InteropServices;
using System.Text.Json;
using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Submissions;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Turns a canonical submission into a case, or brings its case up to date.</summary>
internal sealed class SubmissionIntake(BurstScope scope, ActivityExecutionContext context)
{
    /// <summary>Opens a case for each question that is new, and brings those that are known up to date.</summary>
    public async Task<UpsertOutcome> UpsertAsync(CanonicalSubmission incoming)
    {
        List<(CanonicalQuestion Question, LinkUnit? Link)> questions = [];
        foreach (var question in incoming.Questions)
        {
            questions.Add((question, await scope.LinkAsync(incoming.Source.Adapter, incoming.Source.RecordType, question.ExternalId, context.CancellationToken)));
        }

        var known = questions.Select(item => item.Link).OfType<LinkUnit>().ToList();
        if (known.Count == 0)
        {
            return await OpenAllAsync(incoming, NewSubmission(incoming), incoming.Questions);
        }

        var first = await scope.CaseAsync(known[0].Current.CaseId, context.CancellationToken);
        if (!IsNewer(known[0].Current.Seen, incoming))
        {
            return new([first.Id], IsNew: false, IsChanged: false);
        }

        var submission = await scope.Services.Cases.FindSubmissionAsync(first.Known.SubmissionId, context.CancellationToken)
            ?? throw new InvalidOperationException($"Case {first.Id} has no submission.");

        // A corrected phone or address is found by search; a version that names nobody takes nothing away.
        var applicant = incoming.ReadApplicant(submission.ApplicantId ?? scope.Ids.Next<ApplicantId>());
        submission = submission with { ApplicantId = submission.ApplicantId ?? applicant?.Id };
        scope.Changes.Submissions.Add(new(submission, SealBody(submission.Id, incoming), applicant is null ? null : SealApplicant(applicant)));
        scope.RememberSubmission(submission.Id, incoming.Document, isNew: false);
        var added = await OpenAllAsync(incoming, submission, [.. questions.Where(item => item.Link is null).Select(item => item.Question)]);
        var isReclassified = false;
        foreach (var (question, link) in questions)
        {
            if (link is not null)
            {
                isReclassified |= await UpdateAsync(incoming, question, link);
            }
        }

        return added.CaseIds.Count > 0 ? added : new([first.Id], IsNew: false, IsChanged: true, isReclassified);
    }

    private Submission NewSubmission(CanonicalSubmission incoming)
    {
        var ids = scope.Ids;
        var applicant = incoming.ReadApplicant(ids.Next<ApplicantId>());
        var submission = new Submission
        {
            Id = ids.Next<SubmissionId>(),
            Source = incoming.Source.Adapter,
            ExternalId = incoming.Source.ExternalId,
            Channel = incoming.Channel,
            Regime = incoming.Regime,
            ApplicantId = applicant?.Id,
            ReceivedAt = incoming.ReceivedAt,
            RecordedAt = scope.Now,
            IsRepeat = incoming.IsRepeat,
            PreviousExternalIds = incoming.PreviousIds.ToValueList(),
        };
        scope.Changes.Submissions.Add(new(submission, SealBody(submission.Id, incoming), applicant is null ? null : SealApplicant(applicant)));
        scope.RememberSubmission(submission.Id, incoming.Document, isNew: true);
        return submission;
    }

    private async Task<UpsertOutcome> OpenAllAsync(CanonicalSubmission incoming, Submission submission, IReadOnlyList<CanonicalQuestion> questions)
    {
        List<CaseId> opened = [];
        foreach (var question in questions)
        {
            opened.Add(await OpenAsync(incoming, submission, question));
        }

        return new(opened, IsNew: true, IsChanged: true);
    }

    private async Task<CaseId> OpenAsync(CanonicalSubmission incoming, Submission submission, CanonicalQuestion question)
    {
        var ids = scope.Ids;
        var unit = scope.NewCase();
        var stamp = Stamp(incoming);
        unit.Apply(CaseCommands.Open(null, new CaseOpened
        {
            Number = await scope.Services.Numbers.NextAsync(scope.Set.Rules.LocalDate(scope.Now).Year, context.CancellationToken),
            SubmissionId = submission.Id,
            ApplicantId = submission.ApplicantId,
            Kind = incoming.Kind,
            Regime = incoming.Regime,
            Source = incoming.Source.Adapter,
            Channel = incoming.Channel,
            ReceivedAt = incoming.ReceivedAt,
            Classifier = question.Classifier,
            Territory = question.PlaceBy(scope.Set.Rules.Content.Gazetteer),
        }), stamp, ids);
        if (incoming.RegistrationNumber is { } number)
        {
            unit.Apply(CaseCommands.Register(unit.Known, number, incoming.RegisteredAt ?? incoming.ReceivedAt), stamp, ids);
        }

        var link = scope.NewLink(unit.Id, incoming.Source.Adapter, incoming.Source.RecordType, question.ExternalId);
        link.Become(link.Current with { Seen = SeenMarkOf(incoming) });
        unit.Apply(CaseCommands.RecordLink(unit.Known, link.Current), stamp, ids);
        await scope.AddSubmissionFilesAsync(unit, incoming.Source.Adapter, incoming.Attachments, context.CancellationToken);
        CaseTerms.Refresh(scope, unit, stamp);
        scope.Raise(CaseMoments.Created, unit);
        return unit.Id;
    }

    // Whether an open case has another subject or place than before.
    private async Task<bool> UpdateAsync(CanonicalSubmission incoming, CanonicalQuestion question, LinkUnit link)
    {
        var unit = await scope.CaseAsync(link.Current.CaseId, context.CancellationToken);
        link.Become(link.Current with { Seen = SeenMarkOf(incoming), AwaitsEcho = false });
        await scope.AddSubmissionFilesAsync(unit, incoming.Source.Adapter, incoming.Attachments, context.CancellationToken);
        var stamp = Stamp(incoming);
        var before = unit.Known;
        unit.Apply(CaseCommands.Reclassify(unit.Known, question.Classifier), stamp, scope.Ids);
        unit.Apply(CaseCommands.ResolveTerritory(unit.Known, PlaceNow(unit.Known, question)), stamp, scope.Ids);
        CaseTerms.Refresh(scope, unit, stamp);
        return !before.IsFinished && (before.Classifier != unit.Known.Classifier || before.Territory != unit.Known.Territory);
    }

    // A version that still does not say where takes nothing from what a person found out.
    private Territory PlaceNow(Case known, CanonicalQuestion question)
    {
        var place = question.PlaceBy(scope.Set.Rules.Content.Gazetteer);
        return place.District is null ? place with { District = known.Territory.District, Oktmo = place.Oktmo ?? known.Territory.Oktmo } : place;
    }

    // Without a revision and a time there is nothing to compare: the later arrival counts.
    private static bool IsNewer(SeenMark? seen, CanonicalSubmission incoming)
    {
        if (seen is null)
        {
            return true;
        }

        if (long.TryParse(seen.Revision, out var old) && long.TryParse(incoming.Source.Revision, out var now))
        {
            return now > old;
        }

        return seen.SourceTime is not { } before || incoming.Source.OccurredAt is not { } after || after > before;
    }

    private SeenMark SeenMarkOf(CanonicalSubmission incoming) =>
        new(StatusWord.Received, null, incoming.Source.Revision, incoming.Source.OccurredAt, scope.Now);

    private CaseStamp Stamp(CanonicalSubmission incoming) =>
        scope.Stamp(context, incoming.Source.OccurredAt ?? incoming.ReceivedAt, new(CaseActorKind.Adapter, incoming.Source.Adapter));

    private SealedBody SealBody(SubmissionId id, CanonicalSubmission incoming) =>
        scope.Sealer.Seal(SealedPlace.Submission(id), JsonMarshal.GetRawUtf8Value(incoming.Document));

    private ApplicantWrite SealApplicant(Applicant applicant) => new(
        applicant.Id,
        scope.Sealer.Seal(SealedPlace.Applicant(applicant.Id), JsonSerializer.SerializeToUtf8Bytes(applicant, DomainJson.Options)),
        [.. ApplicantIndex.TermsOf(applicant).Select(term => (EnumWord.Of(term.Field), scope.Sealer.BlindIndex(EnumWord.Of(term.Field), term.Value)))]);
}
