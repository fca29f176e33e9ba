# Rscript stan-summaries.R SCRIPTS POSTERIOR DRAWS OUT.json
#
# A long run of Stan for one posterior, summarised: what stands in stan-summaries.json for posteriors that posteriordb has no reference draws of.
# SCRIPTS is the folder shared/peers/stan, whose common.R compiles the program. The environment names a folder of Stan programs (STAN_PROGRAMS) and one
# of data (STAN_DATA), both with files named by the posterior. Four chains one after another, 1000 warm-up draws and DRAWS kept ones each, no thinning.
args <- commandArgs(TRUE)
source(file.path(args[1], "common.R"))
posterior <- args[2]
draws <- as.integer(args[3])
seed <- 20240601L
adapt_delta <- 0.9

model <- compiled_model(posterior)$stanmodel
data <- load_data(posterior)
parameters <- parameter_names(empty_fit(model, data))
capture.output(fit <- suppressMessages(suppressWarnings(sampling(
  model, data = data, pars = unique(sub("\\[.*", "", parameters)), chains = 4, cores = 1, seed = seed,
  iter = 1000 + draws, warmup = 1000, refresh = 0, control = list(adapt_delta = adapt_delta)))))
kept <- as.array(fit)
nuts <- get_sampler_params(fit, inc_warmup = FALSE)

summarise <- function(name) {
  x <- kept[, , name]
  list(mean = mean(x), sd = sd(x), mcse_mean = posterior::mcse_mean(x), mcse_sd = posterior::mcse_sd(x),
       ess_bulk = posterior::ess_bulk(x), ess_tail = posterior::ess_tail(x), rhat = posterior::rhat(x))
}
summaries <- lapply(setNames(nm = parameters), summarise)
total <- function(column) sum(vapply(nuts, function(chain) sum(chain[, column]), 0))
smallest <- function(field) min(vapply(summaries, function(s) s[[field]], 0))
writeLines(toJSON(list(
  posterior = posterior, stan = as.character(packageVersion("StanHeaders")), rstan = as.character(packageVersion("rstan")),
  seed = seed, chains = 4, warmup = 1000, draws = draws, thin = 1, adapt_delta = adapt_delta,
  divergences = total("divergent__"), leapfrogs = total("n_leapfrog__"), seconds = sum(get_elapsed_time(fit)),
  min_ess_bulk = smallest("ess_bulk"), min_ess_tail = smallest("ess_tail"), max_rhat = max(vapply(summaries, function(s) s$rhat, 0)),
  parameters = summaries), auto_unbox = TRUE, digits = NA), args[4])
