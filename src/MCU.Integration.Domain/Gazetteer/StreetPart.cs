namespace MCU.Integration.Domain.Gazetteer;

/// <summary>Houses of a street that lie in one district.</summary>
/// <param name="From">Lowest house number.</param>
/// <param name="To">Highest house number.</param>
/// <param name="Side">Only even or only odd numbers; null = both.</param>
public sealed record StreetPart(string District, int From, int To, StreetSide? Side)
{
    /// <summary>Highest house number there may be.</summary>
    public const int MostHouses = 100_000;

    /// <summary>It is the whole street: the house does not matter.</summary>
    public bool IsWhole => From == 1 && To == MostHouses && Side is null;

    /// <summary>Whether the house lies in this part.</summary>
    public bool Has(int house) => house >= From && house <= To && (Side is null || (house % 2 == 0) == (Side == StreetSide.Even));
}
