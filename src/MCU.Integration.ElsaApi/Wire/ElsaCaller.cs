using System.Security.Claims;
using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.ElsaApi.Wire;

/// <summary>Who asks. The endpoints are behind the hub's authentication, so there always is somebody.</summary>
internal static class ElsaCaller
{
    public static Actor Actor(this ClaimsPrincipal user) => ActorClaims.ActorOf(user) ?? throw new AccessDeniedException(Right.SeeContent, null);

    /// <summary>Where a change comes from: people in the designer have a session, programs have none.</summary>
    public static string Origin(this ClaimsPrincipal user) => ActorClaims.SessionOf(user) is null ? "api" : "designer";
}
