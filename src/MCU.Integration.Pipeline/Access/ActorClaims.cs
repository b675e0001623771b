using System.Security.Claims;

namespace MCU.Integration.Pipeline.Access;

/// <summary>An actor as claims, for the frameworks that carry principals, and back.</summary>
public static class ActorClaims
{
    private const string AdapterClaim = "adapter";
    private const string StampClaim = "stamp";

    /// <param name="scheme">The authentication scheme that vouches for it.</param>
    public static ClaimsPrincipal ToPrincipal(Actor actor, string scheme) => new(Identity(actor, scheme));

    /// <summary>The principal of a session; it names the user and the security stamp, so that each request can check both.</summary>
    public static ClaimsPrincipal ToPrincipal(HubUser user, string scheme)
    {
        var identity = Identity(UserDesk.ActorOf(user), scheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, user.Id.ToString("D")));
        identity.AddClaim(new(ClaimTypes.GivenName, user.DisplayName));
        identity.AddClaim(new(StampClaim, user.SecurityStamp));
        return new(identity);
    }

    /// <summary>The actor; null when nobody is signed in.</summary>
    public static Actor? ActorOf(ClaimsPrincipal principal) => principal.Identity is { IsAuthenticated: true, Name: { } name }
        ? new(
            name,
            principal.FindAll(ClaimTypes.Role).Select(claim => Enum.Parse<HubRole>(claim.Value)).ToHashSet(),
            principal.FindAll(AdapterClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal))
        : null;

    /// <summary>User id and security stamp of a session; null for programs.</summary>
    public static (Guid UserId, string Stamp)? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id) && principal.FindFirst(StampClaim)?.Value is { } stamp
            ? (id, stamp)
            : null;

    private static ClaimsIdentity Identity(Actor actor, string scheme)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.Name, actor.Name));
        identity.AddClaims(actor.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        identity.AddClaims(actor.Adapters.Select(adapter => new Claim(AdapterClaim, adapter)));
        return identity;
    }
}
