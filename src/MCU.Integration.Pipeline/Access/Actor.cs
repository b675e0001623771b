namespace MCU.Integration.Pipeline.Access;

/// <summary>Who asks. <paramref name="Adapters"/> empty = all adapters; otherwise only these.</summary>
/// <param name="Name">User name, or the prefix of an API key.</param>
public sealed record Actor(string Name, IReadOnlySet<HubRole> Roles, IReadOnlySet<string> Adapters)
{
    /// <summary>The hub itself: schedules, imports at start.</summary>
    public static Actor Hub { get; } = new("hub", new HashSet<HubRole> { HubRole.Admin }, new HashSet<string>());

    public bool May(Right right) => Roles.Any(role => Rights.Of(role).Contains(right));

    public bool May(Right right, string adapter) => May(right) && (Adapters.Count == 0 || Adapters.Contains(adapter));

    /// <exception cref="AccessDeniedException">The actor lacks the right, or it does not reach to this adapter.</exception>
    public void Demand(Right right, string? adapter = null)
    {
        if (adapter is null ? !May(right) : !May(right, adapter))
        {
            throw new AccessDeniedException(right, adapter);
        }
    }
}
