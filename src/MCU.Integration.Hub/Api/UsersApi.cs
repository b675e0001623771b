using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/users</c> and <c>/api/v1/me</c>.</summary>
internal static class UsersApi
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me", (Caller caller) => TypedResults.Ok(Me.Of(caller))).WithTags("users").Says("getMe", "Who you are to the hub, and what you may do.");
        var users = api.MapGroup("/users").WithTags("users");
        users.MapGet("", ListAsync).Says("listUsers", "Users.");
        users.MapPost("", AddAsync).Says("addUser", "Adds a user; the answer holds the link that sets the password, once.").WithMetadata(SecretReply.Instance).Fails(400, 409, 415, 422);
        users.MapPatch("/{id:guid}", ChangeAsync).Says("changeUser", "Changes what a user may do.").Fails(400, 404, 409, 415, 422);
        users.MapPost("/{id:guid}/reset-password", ResetAsync).Says("resetPassword", "Ends the user's sessions and returns a new link, once.").WithMetadata(SecretReply.Instance).Fails(404);
    }

    private static async Task<Ok<IReadOnlyList<UserResource>>> ListAsync(UserDesk desk, Caller caller, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<UserResource>>([.. (await desk.ListAsync(caller, cancellation)).Select(UserResource.Of)]);

    private static async Task<Created<Invitation>> AddAsync(UserDesk desk, Caller caller, NewUser request, CancellationToken cancellation)
    {
        var (user, token) = await desk.AddAsync(caller, request.Name, new(request.DisplayName ?? request.Name, request.Duty, request.Organisation ?? ""), request.Roles, request.Adapters ?? [], cancellation);
        return TypedResults.Created($"/api/v1/users/{user.Id}", new Invitation(UserResource.Of(user), LinkOf(token)));
    }

    private static async Task<Ok<UserResource>> ChangeAsync(UserDesk desk, Caller caller, Guid id, UserChange request, CancellationToken cancellation) =>
        TypedResults.Ok(UserResource.Of(await desk.ChangeAsync(caller, id, request.Over, request.Roles, request.Adapters, request.Disabled, cancellation)));

    private static async Task<Ok<PasswordLink>> ResetAsync(UserDesk desk, Caller caller, Guid id, CancellationToken cancellation) =>
        TypedResults.Ok(new PasswordLink(LinkOf(await desk.ResetPasswordAsync(caller, id, cancellation))));

    private static string LinkOf(string token) => $"/welcome?token={token}";

    internal sealed record UserResource(
        Guid Id, string Name, string DisplayName, UserDuty Duty, string Organisation, IReadOnlyList<HubRole> Roles, IReadOnlyList<string> Adapters, bool Disabled, bool HasPassword, DateTimeOffset CreatedAt)
    {
        public static UserResource Of(HubUser user) => new(user.Id, user.Name, user.DisplayName, user.Duty, user.Organisation, user.Roles, user.Adapters, user.Disabled, user.PasswordHash is not null, user.CreatedAt);
    }

    /// <param name="Adapters">Absent or empty = all adapters.</param>
    internal sealed record NewUser(string Name, IReadOnlyList<HubRole> Roles, string? DisplayName = null, IReadOnlyList<string>? Adapters = null, UserDuty Duty = UserDuty.None, string? Organisation = null);

    /// <summary>What is absent stays.</summary>
    /// <param name="Organisation">Empty takes it away.</param>
    internal sealed record UserChange(
        string? DisplayName = null,
        IReadOnlyList<HubRole>? Roles = null,
        IReadOnlyList<string>? Adapters = null,
        bool? Disabled = null,
        UserDuty? Duty = null,
        string? Organisation = null)
    {
        public UserProfile Over(UserProfile before) => new(DisplayName ?? before.DisplayName, Duty ?? before.Duty, Organisation ?? before.Organisation);
    }

    /// <param name="Link">Address below the hub; works once, for three days.</param>
    internal sealed record Invitation(UserResource User, string Link);

    internal sealed record PasswordLink(string Link);

    internal sealed record Me(string Name, IReadOnlyList<HubRole> Roles, IReadOnlyList<string> Adapters, IReadOnlyList<Right> Rights)
    {
        public static Me Of(Actor actor) => new(
            actor.Name,
            [.. actor.Roles.Order()],
            [.. actor.Adapters.Order(StringComparer.Ordinal)],
            [.. Enum.GetValues<Right>().Where(actor.May)]);
    }
}
