using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Sealing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/keys</c> (of programs) and <c>/api/v1/master-keys</c> (of sealing).</summary>
internal static class KeysApi
{
    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("keys");
        keys.MapGet("", ListAsync).Says("listKeys", "API keys; their secrets are not stored.");
        keys.MapPost("", CreateAsync).Says("createKey", "Makes an API key; the answer holds its secret, once.").WithMetadata(SecretReply.Instance).Fails(400, 415, 422);
        keys.MapDelete("/{id:guid}", RevokeAsync).Says("revokeKey", "Ends an API key.").Fails(404);
        api.MapPost("/master-keys", Rotate).WithTags("keys").Says("rotateMasterKey", "Puts a new master key into use and wraps all data keys under it.");
    }

    private static async Task<Ok<IReadOnlyList<KeyResource>>> ListAsync(KeyDesk desk, Caller caller, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<KeyResource>>([.. (await desk.ListAsync(caller, cancellation)).Select(KeyResource.Of)]);

    private static async Task<Created<NewKeyResource>> CreateAsync(KeyDesk desk, Caller caller, NewKey request, CancellationToken cancellation)
    {
        var (key, secret) = await desk.CreateAsync(caller, request.Name, request.Roles, request.Adapters ?? [], request.ExpiresAt, cancellation);
        return TypedResults.Created($"/api/v1/keys/{key.Id}", new NewKeyResource(KeyResource.Of(key), secret));
    }

    private static async Task<Ok<KeyResource>> RevokeAsync(KeyDesk desk, Caller caller, Guid id, CancellationToken cancellation) =>
        TypedResults.Ok(KeyResource.Of(await desk.RevokeAsync(caller, id, cancellation)));

    private static Ok<Rotation> Rotate(KeyRotation rotation, Caller caller)
    {
        var (masterKey, rewrapped) = rotation.Rotate(caller);
        return TypedResults.Ok(new Rotation(masterKey, rewrapped));
    }

    internal sealed record KeyResource(
        Guid Id, string Prefix, string Name, IReadOnlyList<HubRole> Roles, IReadOnlyList<string> Adapters, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
    {
        public static KeyResource Of(ApiKey key) => new(key.Id, key.Prefix, key.Name, key.Roles, key.Adapters, key.CreatedBy, key.CreatedAt, key.ExpiresAt, key.RevokedAt);
    }

    /// <param name="Adapters">Absent or empty = all adapters.</param>
    internal sealed record NewKey(string Name, IReadOnlyList<HubRole> Roles, IReadOnlyList<string>? Adapters = null, DateTimeOffset? ExpiresAt = null);

    /// <param name="Secret">Shown once; send it as <c>Authorization: ApiKey …</c>.</param>
    internal sealed record NewKeyResource(KeyResource Key, string Secret);

    /// <param name="MasterKey">Id of the new master key in the key file.</param>
    /// <param name="Rewrapped">Number of data keys wrapped anew.</param>
    internal sealed record Rotation(string MasterKey, int Rewrapped);
}
