using MCU.Integration.Domain.Submissions;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Commits;

/// <summary>A new submission, or a newer canonical body of a known one.</summary>
/// <param name="Body">The canonical document of the submission, sealed.</param>
/// <param name="Applicant">The person behind it; null when anonymous or unchanged.</param>
public sealed record SubmissionWrite(Submission Submission, SealedBody Body, ApplicantWrite? Applicant);
