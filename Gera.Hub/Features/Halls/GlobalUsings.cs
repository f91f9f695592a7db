global using Gera.Hub.Features.Halls.Ballots;
global using Gera.Hub.Features.Halls.Cards;
global using Gera.Hub.Features.Halls.Console;
global using Gera.Hub.Features.Halls.Mine;
global using Gera.Hub.Features.Halls.Polls;
global using Gera.Hub.Features.Halls.Questions;
global using Gera.Hub.Features.Halls.Sessions;
