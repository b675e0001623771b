using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Maps;

/// <summary>What a map may refer to.</summary>
public interface IMapContent
{
    CompiledSchema? FindSchema(string key);

    CodeList? FindCodeList(string key);

    MapDefinition? FindMap(string key);
}
