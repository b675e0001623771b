using Dapper;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Storage.Database;

/// <summary>Registers the one handler set; Dapper keeps it for the process.</summary>
internal static class TypeHandlers
{
    private static readonly Lazy<bool> Registered = new(Register);

    public static void Ensure() => _ = Registered.Value;

    private static bool Register()
    {
        // Dapper prefers its built-in map over a handler, so that goes first.
        foreach (var type in new[] { typeof(Guid), typeof(Guid?), typeof(DateTimeOffset), typeof(DateTimeOffset?) })
        {
            SqlMapper.RemoveTypeMap(type);
        }

        SqlMapper.AddTypeHandler(new GuidHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());
        foreach (var id in new[] { typeof(CaseId), typeof(MessageId) }.SelectMany(type => type.Assembly.GetTypes()).Where(IsId))
        {
            SqlMapper.AddTypeHandler(id, (SqlMapper.ITypeHandler)Activator.CreateInstance(typeof(IdHandler<>).MakeGenericType(id))!);
        }

        return true;
    }

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityId<>));
}
