using GridBot.Host.Commands;

return await RootCommands.Build().Parse(args).InvokeAsync();
