using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Submissions;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Reads of cases and what belongs to them; writes go through the committer.</summary>
public interface ICaseStore
{
    Task<Case?> FindAsync(CaseId id, CancellationToken cancellation);

    Task<Case?> FindByNumberAsync(string number, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<Page<Case>> ListAsync(CaseFilter filter, DateTimeOffset now, PageRequest page, CancellationToken cancellation);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<CaseEvent>> EventsAsync(CaseId id, CancellationToken cancellation);

    Task<Link?> FindLinkAsync(string adapter, string recordType, string externalId, CancellationToken cancellation);

    Task<IReadOnlyList<Link>> LinksOfAsync(CaseId id, CancellationToken cancellation);

    Task<Submission?> FindSubmissionAsync(SubmissionId id, CancellationToken cancellation);

    Task<Submission?> FindSubmissionAsync(string adapter, string externalId, CancellationToken cancellation);

    Task<IReadOnlyList<Case>> CasesOfAsync(SubmissionId id, CancellationToken cancellation);

    Task<SealedBody?> SubmissionBodyAsync(SubmissionId id, CancellationToken cancellation);

    Task<SealedBody?> ApplicantAsync(ApplicantId id, CancellationToken cancellation);

    /// <summary>Open cases that a new one may repeat, newest first.</summary>
    Task<IReadOnlyList<NearbyRow>> NearbyAsync(NearbyQuery query, CancellationToken cancellation);

    /// <summary>Number of cases by main status, and of overdue ones.</summary>
    Task<CaseCounts> CountsAsync(DateTimeOffset now, CancellationToken cancellation);
}
