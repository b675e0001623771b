using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Access;

/// <summary>What users and keys must look like.</summary>
internal static class AccessRules
{
    public const int MinPasswordLength = 12;
    public const int MaxPasswordLength = 256;
    private const int MaxNameLength = 100;
    private const int MaxOrganisationLength = 200;

    public static List<Problem> Check(string name, IReadOnlyList<HubRole> roles, IReadOnlyList<string> adapters)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength || name.Any(char.IsControl))
        {
            problems.Add(new("/name", "invalid_name", $"A name has 1 to {MaxNameLength} characters and no control characters."));
        }

        if (roles.Count == 0)
        {
            problems.Add(new("/roles", "required", "At least one role is needed."));
        }

        if (roles.Contains(HubRole.Vendor) && adapters.Count == 0)
        {
            problems.Add(new("/adapters", "required", "A vendor is limited to its own adapters: name at least one."));
        }

        return problems;
    }

    public static IEnumerable<Problem> Check(UserProfile profile)
    {
        if (profile.DisplayName.Length > MaxNameLength || profile.DisplayName.Any(char.IsControl))
        {
            yield return new("/displayName", "invalid_name", $"A name has at most {MaxNameLength} characters and no control characters.");
        }

        if (profile.Organisation.Length > MaxOrganisationLength || profile.Organisation.Any(char.IsControl))
        {
            yield return new("/organisation", "invalid_name", $"The name of an organisation has at most {MaxOrganisationLength} characters and no control characters.");
        }
    }

    public static List<Problem> CheckPassword(string password) => password.Length is < MinPasswordLength or > MaxPasswordLength
        ? [new("/password", "password_length", $"A password has {MinPasswordLength} to {MaxPasswordLength} characters.")]
        : [];

    public static void ThrowIfAny(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
        {
            throw UseCaseException.Invalid("The input is not valid.", problems);
        }
    }
}
