namespace MCU.Integration.FunctionalTests.City;

[CollectionDefinition(Name)]
public sealed class CityCollection : ICollectionFixture<CityHub>
{
    public const string Name = "hub with the whole city";
}
