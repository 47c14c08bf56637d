namespace SdkGen.OAuth;

/// <summary>The part of a request that carries a field.</summary>
public enum ParameterLocation
{
    /// <summary>Where the message carries its fields: the body, or the query of a GET.</summary>
    Body,

    /// <summary>A header of that name.</summary>
    Header,

    /// <summary>The query of the URL.</summary>
    Query,
}
