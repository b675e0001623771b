using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>Which piece of work a term limits.</summary>
[JsonConverter(typeof(EnumWordConverter<DeadlineStage>))]
public enum DeadlineStage
{
    /// <summary>Registering (59-ФЗ art. 8 part 2).</summary>
    Registration,

    /// <summary>Sending on by competence (59-ФЗ art. 8 part 3).</summary>
    Forwarding,

    /// <summary>Moderation.</summary>
    Moderation,

    /// <summary>Finding the responsible body.</summary>
    Routing,

    /// <summary>The first reaction.</summary>
    Reaction,

    /// <summary>The executor's inner term.</summary>
    Execution,

    /// <summary>Approving the answer.</summary>
    Approval,

    /// <summary>The answer to the applicant: the term of the case.</summary>
    Answer,
}
