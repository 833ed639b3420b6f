using Ingest.App.Cli;

return await CommandTree.Create().Parse(args).InvokeAsync();
