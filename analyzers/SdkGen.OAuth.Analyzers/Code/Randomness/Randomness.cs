namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What makes a value easy to guess.</summary>
internal enum Randomness
{
    /// <summary>Nothing that could be seen.</summary>
    Unknown,

    /// <summary>It comes from a secure generator, or is sealed.</summary>
    Strong,

    /// <summary>It comes from <c>System.Random</c> and the like, whose next value can be calculated.</summary>
    WeakGenerator,

    /// <summary>It is made of the time.</summary>
    Time,

    /// <summary>It is a number or id that others know: of a process, a port, a user, a row.</summary>
    Known,

    /// <summary>It is random, but too short.</summary>
    Short,
}
