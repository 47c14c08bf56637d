namespace SdkGen.OAuth;

/// <summary>How client id and secret are written in an <c>Authorization: Basic</c> header.</summary>
public enum BasicEncoding
{
    /// <summary>Each form-encoded first, as RFC 6749 section 2.3.1 says.</summary>
    FormEncoded,

    /// <summary>As they are, for a server that does not decode them.</summary>
    Raw,
}
