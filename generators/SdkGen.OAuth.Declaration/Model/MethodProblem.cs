namespace SdkGen.OAuth.Declaration;

/// <summary>Why a method cannot be implemented. The generated one throws; the analyzer says what to do.</summary>
internal enum MethodProblem
{
    None,

    /// <summary>No request attribute says which message the method sends.</summary>
    NoAttribute,

    /// <summary>Several request attributes do.</summary>
    SeveralAttributes,

    /// <summary>The method returns something else than the reply of its message.</summary>
    ReturnType,

    /// <summary>A parameter that the message needs is missing.</summary>
    MissingParameter,

    /// <summary>A parameter has a type that cannot be sent, or is passed by reference.</summary>
    ParameterType,

    /// <summary>A parameter is one that the library states by itself.</summary>
    ReservedParameter,

    /// <summary>Two parameters are sent under one name.</summary>
    DuplicateParameter,

    /// <summary>A parameter is no part of a message that the provider sends.</summary>
    UnknownParameter,

    /// <summary>A parameter stands beside the request object of a message that is a document.</summary>
    BesideDocument,

    /// <summary>The method is generic.</summary>
    Generic,

    /// <summary>The user type is not described by a <c>JsonSerializerContext</c> of the declaration.</summary>
    NoJsonContext,
}
