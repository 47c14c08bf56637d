namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>How an authorization code comes into a program.</summary>
internal enum CallbackKind
{
    /// <summary>Read from the query or form of a request, or cut out of its URL.</summary>
    Request,

    /// <summary>A parameter of what answers a request.</summary>
    Action,

    /// <summary>A parameter of what answers a request of the application's own pages.</summary>
    PostedAction,

    /// <summary>A parameter of a method that redeems it, whoever calls that.</summary>
    Method,

    /// <summary>A member of something that somebody else has filled.</summary>
    Member,
}
