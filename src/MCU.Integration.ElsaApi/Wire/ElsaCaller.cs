using System.Security.Claims;
using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.ElsaApi.Wire;

/// <summary>Who asks. The endpoints are behind the hub's authentication, so there always is somebody.</summary>
internal static class ElsaCaller
{
    public static Actor Actor(this ClaimsPrincipal user) => ActorClaims.ActorOf(user) ?? throw new AccessDeniedException(Right.SeeContent, null);
}
