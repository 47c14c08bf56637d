namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What kind of program is compiled, as far as it matters to a rule.</summary>
[Flags]
internal enum ProjectKind
{
    /// <summary>Nothing is known of it.</summary>
    Unknown = 0,

    /// <summary>It tests other code.</summary>
    Test = 1,

    /// <summary>It is installed by its users, who can read everything in it: a desktop or mobile program, or one that runs in a browser.</summary>
    Installed = 2,

    /// <summary>It answers HTTP requests.</summary>
    Web = 4,

    /// <summary>Others build upon it.</summary>
    Library = 8,
}
