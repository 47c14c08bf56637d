namespace SdkGen.OAuth.Declaration;

/// <summary>A method of the interface, one message.</summary>
internal sealed record MethodModel
{
    public required string Name { get; init; }

    /// <summary>The interface that declares it, fully qualified.</summary>
    public required string DeclaringInterface { get; init; }

    /// <summary>The same, if the implementation has to be an explicit one.</summary>
    public string? ExplicitInterface { get; init; }

    public required string ReturnType { get; init; }

    /// <summary>The type of the user that a UserInfo method returns, fully qualified; nothing for the library's own.</summary>
    public string? UserType { get; init; }

    public required MessageKind Kind { get; init; }

    public MethodProblem Problem { get; init; }

    /// <summary>What the problem is about: the name of a parameter, an expected type.</summary>
    public string? ProblemSubject { get; init; }

    /// <summary>The type parameters of a method that is only there to throw.</summary>
    public string TypeParameters { get; init; } = "";

    /// <summary>Their constraints.</summary>
    public string Constraints { get; init; } = "";

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The request attribute and the quirk attributes, if there is anything in them.</summary>
    public EquatableArray<AttributeModel> Attributes { get; init; }

    /// <summary>Whether the library declares the method, and not the user.</summary>
    public bool IsStandard { get; init; }
}
