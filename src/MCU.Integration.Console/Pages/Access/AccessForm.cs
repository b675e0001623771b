using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.Console.Pages.Access;

/// <summary>What is asked for a user or a key.</summary>
public sealed class AccessForm
{
    public string Name { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public UserDuty Duty { get; set; }

    public string Organisation { get; set; } = "";

    public List<HubRole> Roles { get; init; } = [];

    public List<string> Adapters { get; init; } = [];

    /// <summary>Days until a key expires; null = never.</summary>
    public int? Days { get; set; }

    /// <summary>Whether a person signs in with it, as opposed to a program.</summary>
    public bool IsUser { get; init; }

    /// <summary>The name of a user stays.</summary>
    public bool IsNameFixed { get; init; }

    public bool IsComplete => Name.Trim().Length > 0 && Roles.Count > 0 && (!IsUser || DisplayName.Trim().Length > 0);

    public UserProfile Profile => new(DisplayName, Duty, Organisation);

    public static AccessForm New(bool withLogin) => new() { IsUser = withLogin, Days = withLogin ? null : 365 };

    public static AccessForm Of(HubUser user) =>
        new()
        {
            Name = user.Name,
            DisplayName = user.DisplayName,
            Duty = user.Duty,
            Organisation = user.Organisation,
            Roles = [.. user.Roles],
            Adapters = [.. user.Adapters],
            IsUser = true,
            IsNameFixed = true,
        };

    public DateTimeOffset? ExpiresAt(DateTimeOffset now) => Days is { } days ? now.AddDays(days) : null;
}
