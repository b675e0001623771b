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
    public async Task<UpsertOutcome> OpenAsync(CanonicalSubmission incoming)
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
        scope.Changes.Submissions.Add(new(submission, SealBody(incoming), applicant is null ? null : SealApplicant(applicant)));
        scope.RememberSubmission(submission.Id, incoming.Document, isNew: true);

        var unit = scope.NewCase();
        var stamp = Stamp(incoming);
        unit.Apply(CaseCommands.Open(null, new CaseOpened
        {
            Number = await scope.Services.Numbers.NextAsync(scope.Set.Rules.LocalDate(scope.Now).Year, context.CancellationToken),
            SubmissionId = submission.Id,
            ApplicantId = applicant?.Id,
            Kind = incoming.Kind,
            Regime = incoming.Regime,
            Source = incoming.Source.Adapter,
            Channel = incoming.Channel,
            ReceivedAt = incoming.ReceivedAt,
            Classifier = incoming.Classifier,
            Territory = incoming.Territory,
        }), stamp, ids);
        if (incoming.RegistrationNumber is { } number)
        {
            unit.Apply(CaseCommands.Register(unit.Known, number, incoming.RegisteredAt ?? incoming.ReceivedAt), stamp, ids);
        }

        var link = scope.NewLink(unit.Id, incoming.Source.Adapter, incoming.Source.RecordType, incoming.Source.ExternalId);
        link.Become(link.Current with { Seen = SeenMarkOf(incoming) });
        unit.Apply(CaseCommands.RecordLink(unit.Known, link.Current), stamp, ids);
        await scope.AddSubmissionFilesAsync(unit, incoming.Source.Adapter, incoming.Attachments, context.CancellationToken);
        CaseTerms.Refresh(scope, unit, stamp);
        scope.Raise(CaseMoments.Created, unit);
        return new(unit.Id, IsNew: true, IsChanged: true);
    }

    public async Task<UpsertOutcome> UpdateAsync(CanonicalSubmission incoming, LinkUnit link)
    {
        var unit = await scope.CaseAsync(link.Current.CaseId, context.CancellationToken);
        if (!IsNewer(link.Current.Seen, incoming))
        {
            return new(unit.Id, IsNew: false, IsChanged: false);
        }

        link.Become(link.Current with { Seen = SeenMarkOf(incoming), AwaitsEcho = false });
        var submission = await scope.Services.Cases.FindSubmissionAsync(unit.Known.SubmissionId, context.CancellationToken)
            ?? throw new InvalidOperationException($"Case {unit.Id} has no submission.");
        scope.Changes.Submissions.Add(new(submission, SealBody(incoming), null));
        scope.RememberSubmission(submission.Id, incoming.Document, isNew: false);
        await scope.AddSubmissionFilesAsync(unit, incoming.Source.Adapter, incoming.Attachments, context.CancellationToken);

        var stamp = Stamp(incoming);
        var before = unit.Known;
        unit.Apply(CaseCommands.Reclassify(unit.Known, incoming.Classifier), stamp, scope.Ids);
        unit.Apply(CaseCommands.ResolveTerritory(unit.Known, incoming.Territory), stamp, scope.Ids);
        CaseTerms.Refresh(scope, unit, stamp);
        return new(
            unit.Id,
            IsNew: false,
            IsChanged: true,
            IsReclassified: !before.IsFinished && (before.Classifier != unit.Known.Classifier || before.Territory != unit.Known.Territory));
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

    private SealedBody SealBody(CanonicalSubmission incoming) =>
        scope.Sealer.Seal(SealedClass.Message, JsonMarshal.GetRawUtf8Value(incoming.Document));

    private ApplicantWrite SealApplicant(Applicant applicant) => new(
        applicant.Id,
        scope.Sealer.Seal(SealedClass.Applicant, JsonSerializer.SerializeToUtf8Bytes(applicant, DomainJson.Options)),
        [.. ApplicantIndex.TermsOf(applicant).Select(term => (EnumWord.Of(term.Field), scope.Sealer.BlindIndex(EnumWord.Of(term.Field), term.Value)))]);
}
