namespace SdkGen.OAuth;

/// <summary>How the fields of a request are written.</summary>
public enum RequestBody
{
    /// <summary><c>application/x-www-form-urlencoded</c>, as the RFCs say.</summary>
    Form,

    /// <summary>One JSON object of strings.</summary>
    Json,

    /// <summary>In the query of the URL, the body left empty.</summary>
    Query,

    /// <summary>No field is sent.</summary>
    Empty,
}
