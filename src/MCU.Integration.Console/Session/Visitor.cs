using MCU.Integration.Pipeline.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace MCU.Integration.Console.Session;

/// <summary>Who sits before this page. A page lives for hours: rights are those of now, not those of its opening.</summary>
public sealed class Visitor(AuthenticationStateProvider authentication, UserCache users)
{
    /// <summary>The actor to pass to use cases.</summary>
    /// <exception cref="SessionEndedException">Nobody is signed in any more.</exception>
    public async ValueTask<Actor> ActorAsync(CancellationToken cancellation) => UserDesk.ActorOf(await UserAsync(cancellation));

    /// <exception cref="SessionEndedException">Nobody is signed in any more.</exception>
    public async ValueTask<HubUser> UserAsync(CancellationToken cancellation)
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        return ActorClaims.SessionOf(principal) is { } session
            && await users.FindAsync(session.UserId, cancellation) is { Disabled: false } user
            && user.SecurityStamp == session.Stamp
            ? user
            : throw new SessionEndedException();
    }
}
