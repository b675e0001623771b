using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>Statuses and results of the federal appeal statistics (ССТУ.РФ), the outcome vocabulary of appeals; spelled as there.</summary>
[JsonConverter(typeof(EnumWordConverter<SstuStatus>))]
public enum SstuStatus
{
    /// <summary>Не поступило.</summary>
    [JsonStringEnumMemberName("NotReceived")]
    NotReceived,

    /// <summary>Не зарегистрировано.</summary>
    [JsonStringEnumMemberName("NotRegistered")]
    NotRegistered,

    /// <summary>На рассмотрении.</summary>
    [JsonStringEnumMemberName("InWork")]
    InWork,

    /// <summary>Рассмотрение продлено.</summary>
    [JsonStringEnumMemberName("ConsiderationExtended")]
    ConsiderationExtended,

    /// <summary>Рассмотрено. Разъяснено.</summary>
    [JsonStringEnumMemberName("Explained")]
    Explained,

    /// <summary>Поддержано; with a flag whether measures were taken.</summary>
    [JsonStringEnumMemberName("Supported")]
    Supported,

    /// <summary>Не поддержано.</summary>
    [JsonStringEnumMemberName("NotSupported")]
    NotSupported,

    /// <summary>Направлено по компетенции.</summary>
    [JsonStringEnumMemberName("Transferred")]
    Transferred,

    /// <summary>Дан ответ автору.</summary>
    [JsonStringEnumMemberName("Answered")]
    Answered,

    /// <summary>Оставлено без ответа автору.</summary>
    [JsonStringEnumMemberName("LeftWithoutAnswer")]
    LeftWithoutAnswer,
}
