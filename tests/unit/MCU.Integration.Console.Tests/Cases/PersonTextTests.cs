using MCU.Integration.Console.Pages.Cases;

namespace MCU.Integration.Console.Tests.Cases;

public sealed class PersonTextTests
{
    [Theory]
    [InlineData("Иванова")]
    [InlineData("Петров-Водкин")]
    [InlineData("ivanov@example.org")]
    [InlineData("+7 (918) 000-11-22")]
    [InlineData("89180001122")]
    public void LooksPersonal_OfNamesPhonesAndAddresses_IsTrue(string text) => PersonText.LooksPersonal(text).ShouldBeTrue();

    [Theory]
    [InlineData("2026-000004")]
    [InlineData("84512024")]
    [InlineData("01a20a0f4355-000005")]
    [InlineData("ОГ-26-1024")]
    public void LooksPersonal_OfNumbersOfCasesAndRecords_IsFalse(string text) => PersonText.LooksPersonal(text).ShouldBeFalse();
}
