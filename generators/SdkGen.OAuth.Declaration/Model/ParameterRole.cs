namespace SdkGen.OAuth.Declaration;

/// <summary>What a parameter of a method is for.</summary>
internal enum ParameterRole
{
    /// <summary>A field of the provider's own.</summary>
    Additional,

    /// <summary>A property of the request object.</summary>
    Field,

    /// <summary>The request object.</summary>
    Request,

    /// <summary>A reply that the request object is made of.</summary>
    Source,

    /// <summary>The authorization request that a code is redeemed with.</summary>
    Login,

    /// <summary>The callback that a code is redeemed from.</summary>
    Callback,

    Cancellation,
}
