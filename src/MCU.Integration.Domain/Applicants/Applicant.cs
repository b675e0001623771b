using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Domain.Applicants;

/// <summary>The person or organisation behind a submission. Personal data: sealed at rest, shown masked, never logged.</summary>
public sealed record Applicant
{
    /// <summary>Id of the record.</summary>
    public required ApplicantId Id { get; init; }

    /// <summary>Citizen or organisation.</summary>
    public required ApplicantKind Kind { get; init; }

    /// <summary>Surname.</summary>
    public string? LastName { get; init; }

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Patronymic.</summary>
    public string? MiddleName { get; init; }

    /// <summary>Name of the organisation.</summary>
    public string? Organisation { get; init; }

    /// <summary>E-mail.</summary>
    public string? Email { get; init; }

    /// <summary>Phone as written.</summary>
    public string? Phone { get; init; }

    /// <summary>Postal address as written.</summary>
    public string? Address { get; init; }

    /// <summary>Id in ЕСИА.</summary>
    public string? EsiaId { get; init; }

    /// <summary>Cabinet to which the answer goes (ЕПГУ), or the profile in a social network.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Names the record without saying anything about the person: it may end up in a log.</summary>
    public override string ToString() => $"Applicant {Id}";
}
