namespace SdkGen.OAuth.Protocol;

/// <summary>Where in a template a hole stands.</summary>
internal enum TemplatePlace
{
    /// <summary>In a text that is no URL.</summary>
    Text,

    /// <summary>At the start of a URL: the value is a whole URL.</summary>
    Start,

    /// <summary>The value is all of the host, and perhaps a port.</summary>
    WholeHost,

    /// <summary>The value is one label of the host.</summary>
    Host,

    /// <summary>The value is one segment of the path.</summary>
    Path,

    /// <summary>The value is a value in the query.</summary>
    Query,

    /// <summary>Behind a <c>#</c>.</summary>
    Fragment,
}
