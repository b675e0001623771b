using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Commits;

/// <param name="Index">Blind index entries (field → HMAC) that let the person be found.</param>
public sealed record ApplicantWrite(ApplicantId Id, SealedBody Body, IReadOnlyList<(string Field, byte[] Hmac)> Index);
