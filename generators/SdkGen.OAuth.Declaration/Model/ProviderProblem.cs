namespace SdkGen.OAuth.Declaration;

/// <summary>Why nothing can be generated for an interface.</summary>
internal enum ProviderProblem
{
    None,

    /// <summary>The interface, its namespace or one of its members has no name yet.</summary>
    Incomplete,

    /// <summary>The interface, or a type around it, is generic.</summary>
    Generic,

    /// <summary>The interface is private, protected or file-local: generated code cannot name it.</summary>
    NotAccessible,

    /// <summary>A type around the interface is not partial: there is nowhere to put the client.</summary>
    ContainingTypeNotPartial,

    /// <summary>The interface has static abstract members, which no generated class can implement meaningfully.</summary>
    StaticAbstractMember,

    /// <summary>There is already a type with the name of one that would be generated.</summary>
    NameTaken,

    /// <summary>A hook is private, or internal to another assembly: generated code cannot name it, and would have to leave out what it does.</summary>
    HookNotVisible,

    /// <summary>The project's language version has not what generated code is written in.</summary>
    LanguageVersion,
}
